/** Chinese for the sentences of the checks; what varies in them stays as it is. */
const SENTENCES: readonly [RegExp, string][] = [
  [/^User$/, '用户'],
  [/^Program and arguments$/, '程序与参数'],
  [/^Working directory$/, '工作目录'],
  [/^Umask$/, 'umask'],
  [/^Limit of open files$/, '打开文件数上限'],
  [/^Listening sockets$/, '监听套接字'],
  [/^Time zone$/, '时区'],
  [/^Locale$/, '区域设置'],
  [/^Leaves no zombies$/, '不留僵尸进程'],
  [/^Logs go to the container's streams$/, '日志写入容器的标准流'],
  [/^Stops at (\w+) within (\d+) s$/, '收到 $1 后 $2 秒内停止'],
  [/^Greeting on port (\d+)$/, '端口 $1 的问候'],
  [/^ on port (\d+) \(([^()]*)\)$/, '，端口 $1（$2）'],
  [/^ on port (\d+)$/, '，端口 $1'],
  [/^Could not be read on the server\.$/, '在服务器上无法读取。'],
  [/^Could not be read in the container\.$/, '在容器中无法读取。'],
  [/^Could not be read on both sides\.$/, '两侧未能都读取到。'],
  [/^The container may open more\.$/, '容器可以打开更多文件。'],
  [/^The container gave no answer\.$/, '容器没有应答。'],
  [/^The server gave no answer\.$/, '服务器没有应答。'],
  [/^It wrote nothing while it ran\.$/, '运行期间没有写入任何内容。'],
  [/^It listens on nothing\.$/, '它没有监听任何端口。'],
  [/^Both accept a connection and say nothing by themselves\.$/, '两侧都接受连接，但不会主动发送内容。'],
  [/^Proven through (.+), which it works for\.$/, '已通过使用它的 $1 得到证实。'],
  [
    /^Nothing in it answers by itself, so there is no answer to compare\.$/,
    '其中没有程序会主动应答，因此没有可比较的内容。',
  ],
  [/^status: (.+) on the server, (.+) in the container$/, '状态码：服务器为 $1，容器为 $2'],
  [/^header (\S+): (.+) on the server, (.+) in the container$/, '响应头 $1：服务器为 $2，容器为 $3'],
  [/^body line (\d+): (.+) on the server, (.+) in the container$/, '正文第 $1 行：服务器为 $2，容器为 $3'],
  [/^body: the bytes differ$/, '正文：字节不同'],
  [/^(body )?line (\d+): (.+)$/, '第 $2 行：$3'],
  [/^clock$/, '时钟'],
  [/^number that varies on the server$/, '在服务器上本来就变化的数字'],
  [/^process id or uptime$/, '进程号或运行时长'],
  [/^identifier$/, '标识符'],
  [/^time of start$/, '启动时间'],
  [/^address of the two ends of the request$/, '请求两端的地址'],
  [/^header etag: a name for the content, which is compared itself$/, '响应头 etag：内容的代号，内容本身已比较'],
  [/^what says whether to go into the background$/, '决定是否转入后台的参数'],
];

/** A sentence of the engine in Chinese; undefined where none is known, such as for a path. */
export function chinese(text: string): string | undefined {
  const sentence = SENTENCES.find(([pattern]) => pattern.test(text));
  if (sentence === undefined) return undefined;
  const [pattern, translation] = sentence;
  return translation.replace(/\$(\d)/g, (_, group: string) => {
    const part = pattern.exec(text)?.[Number(group)] ?? '';
    return chinese(part) ?? part;
  });
}
