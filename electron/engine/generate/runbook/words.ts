import type { Phrase } from '../language/phrase.ts';

/** What the runbook says around the plan's own words; `{}` stands for what is put in, in order. */
export const WORDS = {
  title: { en: '{}, in containers', zh: '{}（容器版）' },
  service: { en: 'service', zh: '服务' },
  what: { en: 'what', zh: '说明' },
  fit: { en: 'how well it fits a container', zh: '适合容器化的程度' },
  untested: {
    en: 'It was not test-run yet: `slipway build` and `slipway verify` do that.',
    zh: '尚未试运行：请使用 `slipway build` 和 `slipway verify`。',
  },
  tested: { en: 'Tested when it was made; `parity.html` shows how:', zh: '生成时已测试，详情见 `parity.html`：' },
  equivalent: { en: 'answers as on the server', zh: '应答与服务器相同' },
  runs: { en: 'runs; there was nothing to compare it with', zh: '可以运行；没有可比较的内容' },
  failed: { en: 'does not work yet', zh: '尚不能正常工作' },
  skipped: { en: 'was not run', zh: '没有运行' },
  prepare: {
    en: 'In a fresh clone, first put the secrets in their places: see [Secrets](#secrets).\n',
    zh: '新克隆的仓库需要先放好机密文件，见[机密](#机密)。\n',
  },
  noPorts: {
    en: 'No port is published: nothing outside calls these services.',
    zh: '没有发布端口：外部不会访问这些服务。',
  },
  reachable: {
    en: 'Reachable from this machine alone, unless `BIND_ADDRESS` says otherwise:',
    zh: '默认只能从本机访问，可通过 `BIND_ADDRESS` 更改：',
  },
  address: {
    en: '{}: port {} at `127.0.0.1:{}` (setting `{}`)',
    zh: '{}：端口 {}，地址 `127.0.0.1:{}`（设置项 `{}`）',
  },
  mounted: {
    en: 'The configuration is mounted read-only and is not in the images:',
    zh: '配置以只读方式挂载，不在镜像中：',
  },
  noData: { en: 'These services keep no data of their own.', zh: '这些服务自身不保存数据。' },
  data: {
    en: 'Kept in volumes, which outlive the containers (`docker compose down --volumes` deletes them):',
    zh: '保存在卷中，容器删除后仍然存在（`docker compose down --volumes` 会删除卷）：',
  },
  dataFilled: {
    en: 'Starts with what stood there when this was made: the image has a copy.',
    zh: '卷的初始内容是生成时服务器上该处的内容：镜像中有一份副本。',
  },
  dataStart: {
    en: "A volume starts with what the image has at that path: mostly nothing. The server's data is in it only if it was copied.",
    zh: '卷的初始内容来自镜像中的对应路径，大多为空。只有复制过，其中才有服务器的数据。',
  },
  dataCopy: {
    en: 'To copy it, stop the service on the server first, so that nothing changes on the way (for a database, its own dump and restore are the better way), and put the name of the server for `SERVER`:',
    zh: '复制前先在服务器上停止该服务，以免复制过程中内容发生变化（数据库最好使用它自己的导出与导入工具），并将 `SERVER` 换成服务器的名称：',
  },
  nothing: { en: 'Nothing.', zh: '无。' },
  allRead: { en: 'Everything that was asked for could be read.', zh: '需要的内容全部可以读取。' },
  notes: { en: '## Worth knowing', zh: '## 值得注意' },
  missingLibrary: { en: '{}: {} needs {}, which the server lacks too', zh: '{}：{} 需要 {}，服务器上也没有' },
  noSecrets: { en: 'These services have none.', zh: '这些服务没有机密。' },
  secretsIgnored: {
    en: 'Git ignores what lies in `secrets/`, so a clone has none of it. Before the first start:',
    zh: 'Git 会忽略 `secrets/` 中的内容，因此克隆中没有它们。首次启动之前：',
  },
  secret: { en: 'secret', zh: '机密' },
  writeTo: { en: 'write it to', zh: '写入' },
  whatFor: { en: 'why it is one', zh: '原因' },
  secretVariables: {
    en: "`secrets/*.env` has one `NAME='value'` a line; `secrets/*.env.example` shows which.",
    zh: "`secrets/*.env` 每行一个 `NAME='value'`；`secrets/*.env.example` 列出了需要的名称。",
  },
  secretFiles: {
    en: 'Secret files are mounted with the owner and mode they have here. A service that is not root must be able to read them, so they have mode 0644, and the folder keeps everybody else out: after a clone, `chmod 700 secrets`. A program that insists on owning its secret will refuse one that is mounted like this.',
    zh: '机密文件挂载时保留此处的属主和权限。非 root 的服务也需要读取它们，因此权限为 0644，由目录阻止其他人访问：克隆之后执行 `chmod 700 secrets`。要求自己是机密文件属主的程序会拒绝这样挂载的文件。',
  },
} as const satisfies Record<string, Phrase>;
