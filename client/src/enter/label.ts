import { t } from '../messages';

const browsers: readonly [RegExp, string][] = [[/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']];

/** A name for this device by which its owner and his head of delegation will know it again: "Firefox on a phone". */
export function deviceLabel(agent = navigator.userAgent): string {
  const browser = browsers.find(([test]) => test.test(agent))?.[1] ?? t('label.browser');
  const kind = /iPad|Tablet/.test(agent) ? 'label.tablet' : /Mobi|Android/.test(agent) ? 'label.phone' : 'label.computer';
  return t(kind, { browser });
}
