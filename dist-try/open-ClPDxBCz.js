export { t as openNewsroom } from "./open-BQbhYSfh.js";
