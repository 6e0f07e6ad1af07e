export { AppLog, appLog, createLog, loggingTo, logModule } from './log.js';
