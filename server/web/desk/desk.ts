// The script of the desk's page.

import { defineElements } from "./desk-app.ts";

defineElements();
