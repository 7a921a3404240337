using Memti.Host;
using Memti.Plugins.Processes;

HostProcess.Install();
HostProcess.Leave(await MemtiCommand.RunAsync(args).ConfigureAwait(false));
