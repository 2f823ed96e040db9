// Reads exports with npm's readers: ajv, ical.js, vcard4, jsonld over the terms of schema.org that schema-dts lists.
// read_all.mjs FOLDER…          ends with "N passed, N failed"
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.env.CAFE_NODE_MODULES, "package.json"));
const Ajv = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;
const ICAL = require("ical.js").default ?? require("ical.js");
const jsonld = require("jsonld");
const { parse: parseCards } = require("vcard4");
const here = path.dirname(new URL(import.meta.url).pathname);

let passed = 0;
let failed = 0;
function check(right, what) {
  if (right) passed += 1;
  else {
    failed += 1;
    console.log("FAILED:", String(what).slice(0, 1000));
  }
}

const load = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

function schemasOf(folder) {
  const ajv = new Ajv({ strict: false, allErrors: false });
  addFormats(ajv);
  for (const name of fs.readdirSync(path.join(here, folder))) ajv.addSchema(load(path.join(here, folder, name)), name);
  return (name) => ajv.getSchema(name + ".json");
}
const inclusion = schemasOf("data-inclusion");
const hsds = schemasOf("hsds");

function allValid(file, validate, what) {
  if (!fs.existsSync(file)) return;
  for (const item of load(file))
    if (!validate(item)) {
      check(false, `${what} ${item.id}: ${JSON.stringify(validate.errors)}`);
      return;
    }
  check(true, what);
}

// Every property and type of schema.org, as the types of schema-dts write them down.
function vocabulary() {
  const types = fs.readFileSync(require.resolve("schema-dts/dist/schema.d.ts"), "utf8");
  const context = { type: "@type", id: "@id" };
  for (const [, name] of types.matchAll(/"([a-z][A-Za-z0-9]*)"\?:/g)) context[name] = "https://schema.org/" + name;
  for (const [, name] of types.matchAll(/"@type": "([A-Z][A-Za-z0-9]*)"/g)) context[name] = "https://schema.org/" + name;
  return { "@context": context };
}
const terms = vocabulary();
check(Object.keys(terms["@context"]).length > 1000, "schema-dts lists the terms");

async function readLinked(file) {
  if (!fs.existsSync(file)) return;
  const documentLoader = async (url) => ({ contextUrl: null, documentUrl: url, document: terms });
  const expanded = await jsonld.expand(load(file), { documentLoader, safe: true }).catch((error) => {
    check(false, `${file}: ${error.message} ${JSON.stringify(error.details?.event?.details)}`);
    return null;
  });
  if (!expanded) return;
  const names = expanded.flatMap((node) => node["https://schema.org/name"] ?? []);
  check(names.length === load(file)["@graph"].length, `${file}: ${names.length} organisations have a name`);
}

function readCards(file, version) {
  if (!fs.existsSync(file)) return;
  const text = fs.readFileSync(file, "utf8");
  const parts = text.split("BEGIN:VCARD\r\n").slice(1).map((part) => "BEGIN:VCARD\r\n" + part);
  try {
    for (const part of parts) {
      const card = new ICAL.Component(ICAL.parse(part));
      if (card.getFirstPropertyValue("version") !== version || !card.getFirstPropertyValue("fn")) throw new Error(part);
      if (version === "4.0") parseCards(part);
    }
    check(parts.length > 0, `${file}: no cards`);
  } catch (error) {
    check(false, `${file}: ${error.message}`);
  }
}

function readCalendar(file) {
  if (!fs.existsSync(file)) return;
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, "utf8")));
  for (const part of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(part);
    if (!event.summary || !event.startDate || (event.isRecurring() && !event.iterator().next())) {
      check(false, `${file}: ${part}`);
      return;
    }
  }
  check(true, file);
}

for (const folder of process.argv.slice(2)) {
  for (const name of ["di", "di-all"]) {
    allValid(path.join(folder, name, "structures.json"), inclusion("structure"), `${folder}: structures`);
    allValid(path.join(folder, name, "services.json"), inclusion("service"), `${folder}: services`);
  }
  allValid(path.join(folder, "hsds/organizations.json"), hsds("organization"), `${folder}: organizations`);
  allValid(path.join(folder, "hsds/services.json"), hsds("service"), `${folder}: hsds services`);
  await readLinked(path.join(folder, "jsonld/partenaires.jsonld"));
  readCards(path.join(folder, "vcard/partenaires.vcf"), "3.0");
  readCards(path.join(folder, "vcard-4/partenaires.vcf"), "4.0");
  readCalendar(path.join(folder, "ics/permanences.ics"));
}
console.log(`${passed} passed, ${failed} failed`);
