import { validate } from '@readme/openapi-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Server } from '../e2e/server';

// What integrators' tools read: held against the specification by a validator that is not ours.
let server: Server;
let document: any;

beforeAll(async () => {
  server = await Server.start();
  document = await (await fetch(`${server.url}/openapi/v1.json`)).json();
});

afterAll(() => server?.stop());

it('DL7_the_document_is_valid_openapi_3_1', async () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const result = await validate(structuredClone(document));
  expect(result).toMatchObject({ valid: true, warnings: [] });
});

it('DL7_the_document_names_each_place_in_a_path_and_nothing_outside_this_server', () => {
  for (const [path, calls] of Object.entries<any>(document.paths)) {
    const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, place]) => place);
    for (const call of Object.values<any>(calls)) {
      expect((call.parameters ?? []).filter((one: any) => one.in === 'path').map((one: any) => one.name), path).toEqual(places);
      expect(call.summary, path).toMatch(/\.$/);
      expect(call.tags, path).toHaveLength(1);
    }
  }
  expect(document.servers ?? []).toEqual([]);
  expect(JSON.stringify(document)).not.toMatch(/https?:/);
});
