// Runs before anything is painted: a dark desk does not begin white, nor a large one small.

import { applySettings, rememberedSettings } from "./settings.ts";

applySettings(rememberedSettings());
