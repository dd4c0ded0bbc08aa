import { settingsMessages } from "./messages-settings.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

import { themes } from "./settings.ts";

test("messages of the settings: every appearance has a name", () => {
  for (const theme of themes)
    assert(settingsMessages[`settings.theme.${theme}`], `${theme} has no name`);
});
