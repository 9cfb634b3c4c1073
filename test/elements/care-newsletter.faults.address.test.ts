import { describeFaults } from './care-newsletter.faults.js';

describeFaults('address');
