import { define } from "../element/define.js";
import { SchoolList } from "./school-list.js";

define("cs-school-list", SchoolList, import.meta.url);
