// The program from its command line: what it prints, and how it ends.
import assert from "node:assert/strict";
import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {once} from "node:events";
import {existsSync} from "node:fs";
import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";
import {text} from "node:stream/consumers";
import {fileURLToPath} from "node:url";
import {Server, until} from "./support/server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = process.env.REJOINDER ?? join(root, "build/dev/rejoinder");
const config = "config/development.json";

let directory;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), "rejoinder-cli-"));
});

after(() => rm(directory, {recursive: true, force: true}));

/** Runs the program to its end; resolves to {code, stdout, stderr}. */
async function run(words, input = "") {
  const child = spawn(binary, words, {cwd: root});
  child.stdin.on("error", () => {});  // It may end without reading.
  child.stdin.end(input);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, "exit");
  const [stdout, stderr] = await output;
  return {code, stdout, stderr};
}

const dataDirectory = (name) => join(directory, name);

test("version and --version print the version", async () => {
  for (const words of [["version"], ["--version"]]) {
    const done = await run(words);
    assert.equal(done.code, 0);
    assert.match(done.stdout, /^rejoinder \d+\.\d+\.\d+\n$/);
    assert.equal(done.stderr, "");
  }
});

test("each command explains itself, its options and an example of its use", async () => {
  const commands = [
    [], ["serve"], ["work"], ["check-config"], ["judge"], ["migrate"], ["verify-privacy"],
    ...["add", "invite", "list", "role", "sites", "disable", "enable", "reset-password",
      "drop-second-factor", "end-sessions", "add-token", "list-tokens", "revoke-token"]
      .map((name) => ["moderator", name]),
    ...["check", "schema", "list", "show", "diff", "test", "policy", "backtest", "activate",
      "rollback"].map((name) => ["rules", name]),
  ];
  for (const words of commands) {
    const done = await run([...words, "--help"]);
    const name = ["rejoinder", ...words].join(" ");
    assert.equal(done.code, 0, name);
    assert.ok(done.stdout.includes(`Usage: ${name} [OPTIONS]`), done.stdout);
    const [, examples] = done.stdout.split(/^Examples?:$/m);
    assert.ok(examples?.includes(name), `${name} --help has no example of it`);
    for (const line of done.stdout.split("\n")) assert.ok(line.length <= 100, line);
  }
});

describe("wrong use says what is wrong, where help is, and exits with 2", () => {
  const cases = [
    [[], "rejoinder: a command is missing; there are serve, work, check-config, "],
    [["srve"], "rejoinder: there is no command srve; there are serve, work, check-config, "],
    [["serve", "--lisen", "x"], "rejoinder serve: there is no option --lisen"],
    [["migrate", "now"], "rejoinder migrate: no argument now is expected"],
    [["serve", "--role", "boss"], "rejoinder serve: --role: boss not in {all,web,worker}"],
    [["serve", "--listen", "localhost:80"], "rejoinder serve: --listen: localhost:80 is no IP"],
    [["serve", "--listen", "127.0.0.1"], "rejoinder serve: --listen: 127.0.0.1 is no IP"],
    [["serve", "--listen", "127.0.0.1:65536"], "rejoinder serve: --listen: 127.0.0.1:65536 is"],
    [["work", "--ops-listen", "::1:80"], "rejoinder work: --ops-listen: ::1:80 is no IP"],
    [["judge", "--config"], "rejoinder judge: --config: 1 required FILE missing"],
    [["moderator"], "rejoinder moderator: a command is missing; there are add, invite, list, "],
    [["moderator", "remove"], "rejoinder moderator: there is no command remove; there are add, "],
    [["moderator", "add"], "rejoinder moderator add: NAME is required"],
  ];
  for (const [words, message] of cases) {
    test(["rejoinder", ...words].join(" "), async () => {
      const done = await run(words);
      assert.equal(done.code, 2);
      assert.equal(done.stdout, "");
      const lines = done.stderr.trimEnd().split("\n");
      assert.equal(lines.length, 2, done.stderr);
      assert.ok(lines[0].startsWith(message), lines[0]);
      assert.equal(lines[1], `See: ${lines[0].split(":")[0]} --help`);
    });
  }
});

test("check-config tells of a good configuration how many sites it has", async () => {
  const done = await run(["check-config", "--config", "config/rejoinder.json"]);

  assert.deepEqual([done.code, done.stderr], [0, ""]);
  assert.match(done.stdout,
    /^config\/rejoinder\.json: good\. 1 site\(s\), rule set [0-9a-f]{12}\.\n$/);
});

test("check-config names file, key and expectation of every problem and exits with 2", async () => {
  const own = dataDirectory("broken");
  await mkdir(own);
  await writeFile(join(own, "words.txt"), "fine\n/unclosed\n");
  const rules = {
    filters: {words: {lists: [{file: "words.txt"}]}, links: {links_max: "two"}},
  };
  await writeFile(join(own, "rules.json"), JSON.stringify(rules));
  const main = {
    http: {port: 70000},
    quue: {},
    rules: "rules.json",
    sites: {news: {origins: ["news.example"]}},
  };
  await writeFile(join(own, "main.json"), JSON.stringify(main));

  for (const command of ["check-config", "judge", "serve"]) {
    const done = await run([command, "--config", join(own, "main.json")]);
    assert.equal(done.code, 2);
    assert.equal(done.stdout, "");
    assert.deepEqual(done.stderr.trimEnd().split("\n"), [
      `${own}/main.json: http.port: expected a whole number from 0 to 65535`,
      `${own}/main.json: sites.news.origins: expected origins such as "https://news.example"`,
      `${own}/main.json: quue: unknown key; is "queue" meant?`,
      `${own}/words.txt: line 2: a pattern needs a closing /`,
      `${own}/rules.json: filters.links.links_max: expected a whole number from 0 to 1000`,
    ]);
  }
});

test("check-config finds a pattern that does not compile, by list and line", async () => {
  const own = dataDirectory("pattern");
  await mkdir(own);
  await writeFile(join(own, "words.txt"), "# mine\n/col(ou?r/\n");
  await writeFile(join(own, "moderation.json"),
    JSON.stringify({filters: {words: {lists: [{file: "words.txt"}]}}}));
  await writeFile(join(own, "main.json"), JSON.stringify({sites: {news: {}}}));

  const done = await run(["check-config", "--config", join(own, "main.json")]);

  assert.equal(done.code, 2);
  assert.match(done.stderr, /^rule set: words\.txt.*2.*col\(ou\?r/);
});

test("a configuration that is not there is one problem", async () => {
  const done = await run(["check-config", "--config", "missing.json"]);

  assert.equal(done.code, 2);
  assert.equal(done.stderr, "missing.json: cannot be read: no such file, or no right to\n");
});

test("judge answers each line, and names the lines that are no comment", async () => {
  const lines = [
    JSON.stringify({name: "Ada", email: "ada@mail.example", text: "A thoughtful piece."}),
    "not JSON",
    JSON.stringify({name: "no text"}),
    "",
    JSON.stringify({text: 5}),
    JSON.stringify({name: "Bob", text: "See http://adf.ly/x and look around there for yourself"}),
  ];

  const done = await run(["judge", "--config", config], lines.join("\n"));

  assert.equal(done.code, 1);
  const answers = done.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(answers.length, 5);
  assert.equal(answers[0].verdict, "publish");
  assert.match(answers[0].rule_set, /^[0-9a-f]{12}$/);
  assert.deepEqual(answers.slice(1, 4).map((answer) => answer.error), [
    'line 2: expected {"text": "…"}',
    'line 3: expected {"text": "…"}',
    'line 5: expected {"text": "…"}',
  ]);
  assert.equal(answers[4].verdict, "spam");
  assert.ok(answers[4].findings.some((found) => found.reason === "blocked_host"));
  assert.ok(!done.stdout.includes("ada@"));
});

test("judge without a faulty line exits with 0", async () => {
  const done = await run(["judge", "--config", config], '{"text": "Fine."}\n');

  assert.deepEqual([done.code, done.stderr], [0, ""]);
});

describe("moderator", () => {
  const place = () => ["--config", config, "--data-dir", dataDirectory("moderators")];
  const moderator = (...words) => run(["moderator", ...words, ...place()]);
  const withPassword = (password, ...words) =>
    run(["moderator", ...words, "--password-stdin", ...place()], `${password}\n`);

  test("add makes the data directory and prints a password when none is given", async () => {
    const done = await moderator("add", "anna", "--role", "admin");

    assert.deepEqual([done.code, done.stderr], [0, ""]);
    assert.match(done.stdout,
      /^Password \(shown this once\): [\w-]{20}\nAdded anna \(admin\)\.\n$/);
  });

  test("add takes a password from standard input and does not repeat it", async () => {
    const done = await withPassword("correct horse battery", "add", "ben");

    assert.deepEqual([done.code, done.stdout], [0, "Added ben (moderator).\n"]);
  });

  test("add refuses a name that is taken", async () => {
    const done = await withPassword("correct horse battery", "add", "anna");

    assert.equal(done.code, 1);
    assert.equal(done.stderr,
      "rejoinder: the name anna is taken; see: rejoinder moderator list\n");
  });

  test("add refuses a short password and stores nothing", async () => {
    const done = await withPassword("short", "add", "carl");

    assert.equal(done.code, 1);
    assert.equal(done.stderr, "rejoinder: the password has 5 bytes, expected 12 to 1000\n");
    assert.equal((await moderator("list", "--names")).stdout, "anna\nben\n");
  });

  test("add refuses a name that would break a list", async () => {
    for (const name of ["", "two\nlines", "x".repeat(65)]) {
      const done = await moderator("add", name);
      assert.equal(done.code, 1);
      assert.match(done.stderr, /^rejoinder: NAME: expected 1 to 64 bytes without control/);
    }
  });

  test("reset-password and disable change the one that is named", async () => {
    const reset = await withPassword("a new and better one", "reset-password", "ben");
    assert.deepEqual([reset.code, reset.stdout], [0, "Changed the password of ben.\n"]);
    const disabled = await moderator("disable", "ben");
    assert.deepEqual([disabled.code, disabled.stdout], [0, "Disabled ben.\n"]);

    const lines = (await moderator("list")).stdout.trimEnd().split("\n");
    assert.match(lines[0], /^anna +admin +enabled +since \d{4}-\d\d-\d\dT.*Z  all sites$/);
    assert.match(lines[1], /^ben +moderator +disabled +since /);
  });

  test("role, sites and access change, also those of the last admin", async () => {
    const changes = {
      "role anna viewer": "anna is now viewer.\n",
      "sites anna demo": "anna now works on demo.\n",
      "enable ben": "Enabled ben.\n",
      "drop-second-factor ben": "ben now signs in without a second factor.\n",
      "end-sessions ben": "Ended all sessions of ben.\n",
    };
    for (const [words, said] of Object.entries(changes)) {
      const done = await moderator(...words.split(" "));
      assert.deepEqual([done.code, done.stdout, done.stderr], [0, said, ""], words);
    }
    const lines = (await moderator("list")).stdout.trimEnd().split("\n");
    assert.match(lines[0], /^anna +viewer +enabled +since \S+Z  demo$/);
    assert.equal((await moderator("sites", "anna", "all")).stdout,
      "anna now works on all sites.\n");
    const done = await moderator("sites", "anna", "demo,nowhere");
    assert.deepEqual([done.code, done.stderr],
      [1, "rejoinder: there is no site nowhere; sites are in the configuration\n"]);
  });

  test("an unknown name is said to be unknown", async () => {
    for (const command of ["disable", "enable", "reset-password", "end-sessions"]) {
      const done = await moderator(command, "nobody");
      assert.equal(done.code, 1);
      assert.equal(done.stderr,
        "rejoinder: there is no moderator nobody; see: rejoinder moderator list\n");
      assert.equal(done.stdout, "");
    }
  });

  test("list does not make a data directory of a mistyped name", async () => {
    const typo = dataDirectory("typo");
    const done = await run(["moderator", "list", "--config", config, "--data-dir", typo]);

    assert.equal(done.code, 1);
    assert.equal(done.stderr, `rejoinder: there is no data directory ${typo}; see --data-dir\n`);
    assert.ok(!existsSync(typo));
  });
});

test("migrate may be run again", async () => {
  for (const time of ["first", "second"]) {
    const done = await run(
      ["migrate", "--config", config, "--data-dir", dataDirectory("migrated")]);
    assert.deepEqual([done.code, done.stdout, done.stderr],
      [0, "The schema is up to date.\n", ""], `the ${time} time`);
  }
});

test("verify-privacy does not take a missing directory for a clean one", async () => {
  const none = dataDirectory("none");
  const done = await run(["verify-privacy", "--config", config, "--data-dir", none]);

  assert.deepEqual([done.code, done.stdout], [1, ""]);
  assert.equal(done.stderr, `rejoinder: there is no data directory ${none}; see --data-dir\n`);
  assert.ok(!existsSync(none));
});

test("serve says that a port is in use and ends", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = `127.0.0.1:${taken.address().port}`;
  const other = `127.0.0.1:0`;
  for (const [listen, ops] of [[address, other], [other, address]]) {
    const done = await run(["serve", "--config", config, "--data-dir", dataDirectory("port"),
      "--listen", listen, "--ops-listen", ops]);
    assert.equal(done.code, 1);
    const last = done.stderr.trimEnd().split("\n").at(-1);
    assert.equal(last, `rejoinder: cannot listen at ${address}: Address already in use`);
  }
  taken.close();
});

test("neither a port nor a data directory is shared with another server", async () => {
  const server = await Server.start({directory: dataDirectory("first")});
  try {
    const place = ["--config", config, "--ops-listen", "127.0.0.1:0"];
    const port = new URL(server.url).host;
    const same = run(["serve", ...place, "--data-dir", dataDirectory("second"), "--listen", port]);
    const work = run(["work", ...place, "--data-dir", server.directory]);

    const [atSamePort, atSameData] = await Promise.all([same, work]);
    assert.equal(atSamePort.code, 1);
    assert.match(atSamePort.stderr, new RegExp(`cannot listen at ${port}: Address already in use`));
    assert.equal(atSameData.code, 1);
    assert.match(atSameData.stderr, /"event":"waiting_for_previous_redis"/);
    const last = atSameData.stderr.trimEnd().split("\n").at(-1);
    assert.equal(last, `rejoinder: another process uses the data directory ${server.directory}: ` +
      'stop it, or let several share a Redis of yours (redis.mode "url")');
    assert.ok((await fetch(`${server.opsUrl}/readyz`)).ok, "the first server was disturbed");
  } finally {
    await server.stop();
  }
});

test("verify-privacy searches everything and finds what is planted", async () => {
  const server = await Server.start({directory: dataDirectory("private")});
  try {
    const email = "quiet.reader@mail.example";
    const posted = await server.post("ferry", {name: "Ada", email, text: "The tea was strong."});
    assert.equal(posted.status, 202);
    const {id} = await posted.json();
    const isPublic = async () => (await server.comment(id)).state === "published";
    await until(isPublic, "the comment is not published");
    const words = ["verify-privacy", "--server", server.url, "--ops-server", server.opsUrl];

    const clean = await server.command(words);
    assert.match(clean.stdout, /^1 different addresses are stored\n/);
    for (const place of ["record", "data directory", "Redis", "public answers", "operations"])
      assert.match(clean.stdout, new RegExp(`^${place}: [1-9]\\d* .*, nothing found$`, "m"));
    assert.match(clean.stdout, /\nNo address found\.\n$/);

    const log = dataDirectory("leaky.log");
    await writeFile(log, `it was ${createHash("md5").update(email).digest("hex")}\n`);
    const place = ["--config", config, "--data-dir", server.directory];
    const leaky = await run([...words, ...place, "--also", log]);
    assert.equal(leaky.code, 1);
    assert.match(leaky.stdout,
      new RegExp(`^LEAK  ${log}: address no\\. 1 as MD5, hex at byte 7$`, "m"));
    assert.match(leaky.stdout, /\n1 LEAKS FOUND\.\n$/);
    assert.ok(!leaky.stdout.includes(email));
  } finally {
    await server.stop();
  }
});
