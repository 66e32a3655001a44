// Shows the OpenAPI document as a page. Text goes in as text, never as markup.
const page = document.getElementById('page')

function put(parent, tag, ...children) {
  const node = document.createElement(tag)
  node.append(...children)
  parent.append(node)
  return node
}

// A schema as a sketch of the JSON that it describes.
function sketch(schema, all, seen = []) {
  const name = schema.$ref?.split('/').pop()
  if (name) return seen.includes(name) ? name : sketch(all[name], all, [...seen, name])
  const parts = schema.oneOf ?? schema.anyOf
  if (parts) return parts.map(part => sketch(part, all, seen)).join(' or ')
  const types = [schema.type ?? 'anything'].flat()
  const orNull = types.includes('null') ? ' or null' : ''
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  if (schema.properties) {
    const rows = Object.entries(schema.properties).map(([key, value]) => {
      const mark = schema.required?.includes(key) ? '' : '?'
      return `  "${key}"${mark}: ${sketch(value, all, seen).replaceAll('\n', '\n  ')}`
    })
    return `{\n${rows.join(',\n')}\n}${orNull}`
  }
  if (types.includes('array')) return `[${sketch(schema.items ?? {}, all, seen)}, …]${orNull}`
  return types.filter(type => type !== 'null').join(' or ') + (schema.format ? ` (${schema.format})` : '') + orNull
}

function body(parent, title, content, all) {
  const schema = content?.['application/json']?.schema
  if (!schema) return
  put(parent, 'h3', title)
  put(parent, 'pre', sketch(schema, all))
}

const answer = await fetch('/openapi/v1.json')
const api = await answer.json()
const all = api.components?.schemas ?? {}
put(page, 'p', api.info.description ?? '')
const groups = new Map()
for (const [path, methods] of Object.entries(api.paths)) {
  for (const [method, call] of Object.entries(methods)) {
    const tag = call.tags?.[0] ?? ''
    if (!groups.has(tag)) groups.set(tag, put(page, 'section', Object.assign(document.createElement('h2'), { textContent: tag })))
    const row = put(groups.get(tag), 'details')
    const head = put(row, 'summary')
    put(head, 'code', `${method.toUpperCase()} ${path}`)
    head.append(` ${call.summary ?? ''}`)
    const keys = (call.security ?? []).flatMap(one => Object.keys(one))
    put(row, 'p', keys.length ? `Made with: ${keys.map(key => api.components.securitySchemes[key].description).join(' Or: ')}` : 'Made by anybody.')
    for (const parameter of call.parameters ?? []) {
      put(row, 'p', `${parameter.name} (${parameter.in}${parameter.required ? '' : ', optional'}): ${sketch(parameter.schema, all)}`)
    }
    body(row, 'Body', call.requestBody?.content, all)
    for (const [status, response] of Object.entries(call.responses ?? {})) {
      body(row, status === 'default' ? 'Refused' : status, response.content, all)
    }
  }
}
