// Holds data/ against what describes it to others: every JSON file against its JSON Schema (2020-12, Ajv), every CSV file's
// columns against data/datapackage.json (Frictionless), and that nothing in data/ goes undescribed. What the figures mean
// together is sosei-bundle's to check. Last line: N passed, N failed.
import Ajv2020 from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib.mjs';

const data = join(root, 'data');
const readJson = (name) => JSON.parse(readFileSync(join(data, name), 'utf8'));
const described = readJson('datapackage.json').resources;
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
ajv.addSchema(readJson('schemas/common.schema.json'));

const valueAt = (tree, pointer) => pointer.split('/').slice(1).reduce((at, key) => at?.[key.replace(/~1/g, '/').replace(/~0/g, '~')], tree);
const shown = (value) => (JSON.stringify(value) ?? 'nothing').slice(0, 80);

function faultsOfTree({ path, jsonSchema }) {
  const schema = readJson(jsonSchema);
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema); // two files may share one
  const tree = readJson(path);
  if (validate(tree)) return [];
  return validate.errors.map(({ instancePath, message, params }) => `data/${path}:${instancePath || '/'}: ${message} ${JSON.stringify(params)}, found ${shown(valueAt(tree, instancePath))}`);
}

function faultsOfTable({ path, schema }) {
  const columns = readFileSync(join(data, path), 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0].split(',');
  const expected = schema.fields.map(({ name }) => name);
  return columns.join() === expected.join() ? [] : [`data/${path}:line 1: columns ${columns.join()} → data/datapackage.json says ${expected.join()}`];
}

let passed = 0;
let failed = 0;
for (const resource of described) {
  const faults = resource.jsonSchema ? faultsOfTree(resource) : faultsOfTable(resource);
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
  if (faults.length === 0) passed += 1;
  else failed += 1;
}
const known = new Set([...described.map(({ path }) => path), 'datapackage.json', 'CORRECTIONS.md']);
const unknown = readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isFile() && !known.has(entry.name));
for (const { name } of unknown) console.log(`  data/${name} is not described → add it to data/datapackage.json`);
if (unknown.length === 0) passed += 1;
else failed += 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
