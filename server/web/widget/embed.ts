// The script a newsroom pastes: <script src="https://SERVER/embed.js" defer></script>

import { defineElements, RejoinderComments } from "./widget.ts";

const script = document.currentScript;
if (script instanceof HTMLScriptElement)
  RejoinderComments.defaultServer = new URL(".", script.src).href.replace(/\/$/, "");

defineElements();
