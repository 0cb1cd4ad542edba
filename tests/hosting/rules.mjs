// The headers that Netlify's own reading of a netlify.toml gives to addresses: node rules.mjs CLI TOML ADDRESS…
import { pathToFileURL } from "node:url";

const [cli, configPath, ...addresses] = process.argv.slice(2);
const { headersForPath, parseHeaders } = await import(pathToFileURL(`${cli}/dist/utils/headers.js`));
const rules = await parseHeaders({ config: {}, configPath, headersFiles: [] });
console.log(JSON.stringify(addresses.map((address) => headersForPath(rules, address))));
