import { readableHost } from "./host-text.ts";

import assert from "node:assert/strict";
import { test } from "node:test";

test("host text: the same as what browsers write on the wire, read back", () => {
  const hosts = [
    ...["münchen.example", "пример.example", "xn--a.example", "例え.テスト", "аpple.example"],
    ...["straße.example", "मराठी.example", "a-ü-b.example", "😀.example", "bücher-öl.example"],
  ];
  for (const host of hosts.filter((one) => !one.startsWith("xn--"))) {
    const onWire = new URL(`https://${host}/`).hostname;
    assert.match(onWire, /xn--/);
    assert.equal(readableHost(onWire), host);
  }
});

test("host text: what is plain, or cannot be read, stays", () => {
  assert.equal(readableHost("watch.example"), "watch.example");
  assert.equal(readableHost("xn--%%%.example"), "xn--%%%.example");
  assert.equal(readableHost("xn--99999999.example"), "xn--99999999.example");
  assert.equal(readableHost("[::1]"), "[::1]");
});
