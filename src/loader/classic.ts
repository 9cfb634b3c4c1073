// A classic script may run in the head. Elements that are registered then would be upgraded one by one as the parser
// makes them, and each would ask for its own article: they are registered together once all are there.
const start = (): void => void import('./care-widgets.js');

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
