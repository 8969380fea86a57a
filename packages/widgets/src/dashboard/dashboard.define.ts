import { define } from "../element/define.js";
import { Dashboard } from "./dashboard.js";

define("cs-dashboard", Dashboard, import.meta.url);
