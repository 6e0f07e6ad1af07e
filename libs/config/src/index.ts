export { ConfigModule } from './config.module.js';
export { Environment } from './environment.js';
export { type Seller, sellerOf, sellerVariables, VAT_RATE, type VatWords, vatWords } from './seller.js';
export { ConfigError, loadEnvironment } from './load-environment.js';
export { projectPath } from './project-root.js';
