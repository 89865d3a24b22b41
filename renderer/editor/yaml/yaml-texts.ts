import { config } from '@vscode/l10n';

/**
 * The YAML language server's messages in Chinese, as far as Compose files and plans lead to them; the worker's name
 * tells the language. Some are made when the server's modules run, hence a file of its own that is imported first.
 */
const chinese: Record<string, string> = {
  'Missing property "{0}".': '缺少属性“{0}”。',
  'Incorrect type. Expected "{0}".': '类型不正确，应为“{0}”。',
  'Incorrect type. Expected one of {0}.': '类型不正确，应为以下之一：{0}。',
  'Value must be {0}.': '值必须为 {0}。',
  'Property {0} is not allowed.': '不允许使用属性 {0}。',
  'Value is not accepted. Valid values: {0}.': '值无效，可用的值：{0}。',
  'Object is missing property {0} required by property {1}.': '缺少属性 {0}（属性 {1} 需要它）。',
  'Object has fewer properties than the required number of {0}': '属性数量少于所需的 {0} 个。',
  'Object has more properties than limit of {0}.': '属性数量超过上限 {0} 个。',
  'Array has too few items. Expected {0} or more.': '列表项过少，至少需要 {0} 项。',
  'Array has too many items. Expected {0} or fewer.': '列表项过多，最多 {0} 项。',
  'Array has duplicate items.': '列表中有重复项。',
  'String does not match the pattern of "{0}".': '文本不符合格式“{0}”。',
  'String is shorter than the minimum length of {0}.': '文本长度小于下限 {0}。',
  'String is longer than the maximum length of {0}.': '文本长度超过上限 {0}。',
  'Value is below the minimum of {0}.': '值小于下限 {0}。',
  'Value is above the maximum of {0}.': '值大于上限 {0}。',
  'Matches a schema that is not allowed.': '此处不允许这种写法。',
  'Matches multiple schemas when only one must validate.': '同时符合多种写法，只能符合其中一种。',
  'Unused anchor "{0}"': '锚点“{0}”没有被使用。',
  'Unresolved alias "{0}"': '别名“{0}”没有对应的锚点。',
  'Default value': '默认值',
  'Example:': '示例：',
  'Allowed Values:': '可用的值：',
  'Source: [{0}]({1})': '来源：[{0}]({1})',
};

if (self.name === 'zh') config({ contents: chinese });
