// One after the other: each starts its work when it is loaded, and sets the exit code when a bar is missed.
await import('./product.bench.js');
await import('./blueprint.bench.js');

export {};
