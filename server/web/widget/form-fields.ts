// What the form checks before it sends. The server checks again, with the same codes.

import type { FieldError } from "../shared/types.ts";

export type FieldName = "name" | "email" | "website" | "text";
export type FormValues = Record<FieldName, string>;

/** In the order in which they stand in the form. */
export const fieldNames: readonly FieldName[] = ["name", "email", "website", "text"];

export interface FieldRules {
  required: readonly string[];
  text_max: number;
}

/** As the server has them when nothing else is configured. */
export const usualRules: FieldRules = { required: ["name", "email"], text_max: 10_000 };

/** Code points, as the server counts. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) ++length;
  return length;
}

/** Errors in the order of the form; at most one a field. */
export function checkFields(values: FormValues, rules: FieldRules): FieldError[] {
  return fieldNames.flatMap((field) => {
    const code = checkField(field, values[field].trim(), rules);
    return code ? [{ field, code, message: "" }] : [];
  });
}

function checkField(field: FieldName, value: string, rules: FieldRules): string | undefined {
  if (!value) return field === "text" || rules.required.includes(field) ? "required" : undefined;
  if (field === "text" && lengthOf(value) > rules.text_max) return "too_long";
  if (field === "email" && !looksLikeAddress(value)) return "invalid";
  if (field === "website" && !isWebAddress(withScheme(value))) return "invalid";
  return undefined;
}

/** Only what cannot be an address at all: the server knows the finer points. */
function looksLikeAddress(value: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value);
}

export function isWebAddress(value: string): boolean {
  try {
    const { protocol, hostname, username } = new URL(value);
    return /^https?:$/.test(protocol) && hostname.includes(".") && !username;
  } catch {
    return false;
  }
}

/** People type "example.org". */
export function withScheme(website: string): string {
  const value = website.trim();
  return value && !/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? `https://${value}` : value;
}
