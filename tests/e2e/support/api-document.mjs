// The description of the API as a test uses it: what it says of a request and of its answer.

import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";

const require = createRequire(new URL("../../../server/web/package.json", import.meta.url));
const Ajv = require("ajv/dist/2020").default;

const methods = ["get", "post", "put", "patch", "delete"];
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const formats = {
  "uuid": uuid,
  "date-time": time,
  "uri": (text) => URL.canParse?.(text) ?? Boolean(new URL(text)),
  "uri-reference": (text) => Boolean(new URL(text, "http://host.example")),
};

export class ApiDocument {
  /** By operationId: {id, method, path, item, operation}. */
  operations = new Map();
  #ajv = new Ajv({allErrors: true, strictTypes: false, formats});

  constructor(file) {
    const text = readFileSync(file, "utf8");
    this.whole = JSON.parse(text);
    // Schemas are compiled one by one, where they refer to each other by their names alone.
    this.document = JSON.parse(text, (key, value) =>
      key === "$ref" ? value.replace(/^#\/components\/schemas\//, "") : value);
    for (const [name, schema] of Object.entries(this.document.components.schemas))
      this.#ajv.addSchema(schema, name);
    for (const [path, item] of Object.entries(this.document.paths))
      for (const method of methods.filter((each) => each in item)) {
        const operation = item[method];
        const id = operation.operationId;
        assert.ok(id && !this.operations.has(id), `${method} ${path} has an id of its own`);
        this.operations.set(id, {id, method, path, item, operation});
      }
  }

  /** What a reference stands for, or the value where it is none. */
  resolve(value, within = this.document) {
    if (!value?.$ref) return value;
    return value.$ref.slice("#/".length).split("/").reduce((place, name) => place?.[name], within);
  }

  /** Calls visit(value, place) for every object of the document. */
  walk(visit, value, place = "#") {
    if (value === null || typeof value !== "object") return;
    if (!Array.isArray(value)) visit(value, place);
    for (const [key, inner] of Object.entries(value)) this.walk(visit, inner, `${place}/${key}`);
  }

  /** Statuses that the document lists for an operation, but for those of any request. */
  statuses(id) {
    return Object.keys(this.operations.get(id).operation.responses)
      .filter((status) => status !== "default").map(Number);
  }

  validate(schema, value, what) {
    const check = this.#ajv.compile(schema);
    assert.ok(check(value), `${what}: ${this.#ajv.errorsText(check.errors)}\n${
      JSON.stringify(value).slice(0, 2_000)}`);
  }

  /** Holds an answer to what is said of its status: header, type of content, body. */
  checkAnswer(id, {status, headers, body}) {
    const what = `${id} ${status}`;
    const {responses} = this.operations.get(id).operation;
    const response = this.resolve(responses[status] ?? responses.default);
    assert.ok(response, `${what} is not in the document`);
    this.#checkHeaders(response, headers, what);

    const type = headers["content-type"]?.split(";")[0];
    const content = response.content ?? {};
    if (type === undefined) {
      assert.equal(body, "", `${what} has a body of no type`);
      assert.deepEqual(Object.keys(content), [], `${what} has no body`);
      return undefined;
    }
    assert.ok(type in content, `${what} may not be ${type}`);
    const value = type.endsWith("json") ? JSON.parse(body) : body;
    if (content[type].schema) this.validate(content[type].schema, value, what);
    if (type === "application/problem+json") assert.equal(value.status, status, what);
    return value;
  }

  #checkHeaders(response, headers, what) {
    for (const [name, reference] of Object.entries(response.headers ?? {})) {
      const {schema, required} = this.resolve(reference);
      const value = headers[name.toLowerCase()];
      assert.ok(value !== undefined || !required, `${what} lacks ${name}`);
      if (value === undefined) continue;
      const text = String(value);
      this.validate(schema, schema.type === "integer" ? Number(text) : text, `${what} ${name}`);
    }
  }

  /** Holds a request that was taken to the parameters and bodies the document lists. */
  checkRequest(id, {query, type, body}) {
    const {operation, item} = this.operations.get(id);
    const known = [...item.parameters ?? [], ...operation.parameters ?? []]
      .map((parameter) => this.resolve(parameter)).filter((parameter) => parameter.in === "query");
    for (const name of new URLSearchParams(query).keys())
      assert.ok(known.some((parameter) => parameter.name === name), `${id} takes no ${name}`);
    if (body === undefined) return;
    const {schema} = operation.requestBody.content[type];
    const value = type === "application/json" ? JSON.parse(body)
      : Object.fromEntries(new URLSearchParams(body));
    this.validate(schema, value, `what ${id} takes`);
  }
}
