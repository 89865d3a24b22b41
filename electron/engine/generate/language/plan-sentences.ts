import type { Sentence } from './sentence.ts';

/** What the plan says of workloads, of what it left out and of what could not be read. */
export const PLAN_SENTENCES: readonly Sentence[] = [
  [/^Apache HTTP Server$/, 'Apache HTTP 服务器'],
  [/^PHP FastCGI process manager$/, 'PHP FastCGI 进程管理器'],
  [
    /^It keeps no state of its own: it can be replaced, moved and doubled at will\.$/,
    '它自身不保存状态：可以随意替换、迁移和扩容。',
  ],
  [
    /^It answers HTTP, so that its health and its answers can be checked from outside\.$/,
    '它提供 HTTP 应答，因此可以从外部检查其健康状况和应答。',
  ],
  [/^It runs as root throughout; .+$/, '它始终以 root 身份运行；容器可以缩小这一权限，但不能消除。'],
  [/^It writes log files of its own, .+$/, '它自行写日志文件，这些文件需要卷而不是容器日志。'],
  [/^It only runs as a daemon; .+$/, '它只能以守护进程方式运行；容器跟踪它留下的进程。'],
  [/^It listens on no port or socket, .+$/, '它不监听任何端口或套接字，因此只能比较其进程。'],
  [/^It keeps data in (.+): replicas would need to share it\.$/, '它在 $1 中保存数据：多个副本需要共享这些数据。'],
  [/^It uses devices of the machine: (.+)\.$/, '它使用机器上的设备：$1。'],
  [/^It needs rights over the machine: (.+)\.$/, '它需要对机器的权限：$1。'],
  [/^It needs kernel modules of the host: (.+)\.$/, '它需要主机的内核模块：$1。'],
  [/^It starts services or jobs; each of them stands for itself\.$/, '它负责启动服务或任务；各服务和任务单独处理。'],
  [/^Remote login and what people have running in it, .+$/, '远程登录以及人们在其中运行的程序，包括本次扫描。'],
  [/^What runs in a container on the server is packed already\.$/, '服务器上容器中的程序已经打包。'],
  [/^The system's own: (.+)\.$/, '系统自身的服务：$1。'],
  [/^Not chosen\.$/, '未选择。'],
  [/^Upkeep of the machine by its own packages .+$/, '由软件包自带的机器维护任务（日志轮转、更新、清理）。'],
  [
    /^Scheduled(.*): run it from the orchestrator's scheduler, or keep it on the server\.$/,
    '定时任务$1：请由编排平台的调度器运行，或保留在服务器上。',
  ],
  [/^message bus and policy$/, '消息总线与策略'],
  [/^system log$/, '系统日志'],
  [/^part of systemd$/, 'systemd 的组成部分'],
  [/^(.+): needs root(?:\. .+)?$/, '$1：需要 root 权限'],
  [/^(.+): the tool for it is not there(?:\. .+)?$/, '$1：缺少所需的工具'],
  [/^(.+): took too long(?:\. .+)?$/, '$1：耗时过长'],
  [/^(.+): was read in part(?:\. .+)?$/, '$1：只读取了一部分'],
  [/^(.+): made no sense(?:\. .+)?$/, '$1：内容无法解析'],
  [/^a password or token stands in it(?:; .+)?$/, '其中有密码或令牌'],
  [/^its name says that it is secret$/, '名称表明它是机密'],
];
