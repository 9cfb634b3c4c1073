import { CareBenefits } from '../elements/care-benefits/care-benefits.js';
import { define } from './define.js';

define('care-benefits', CareBenefits);
