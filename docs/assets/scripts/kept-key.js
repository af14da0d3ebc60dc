// Where this copy of the site keeps what a reader chose to keep. Copies may share an address, so the key begins with this
// copy's own path; the head of every page tells it.
export const home = window.__md_scope.pathname;
export const key = home + "ticks";
