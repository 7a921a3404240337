using System.CommandLine;
using Memti.Host.Commands;

RootCommand root = MemtiCommand.Create();
ParseResult command = root.Parse(args);
return await MemtiCommand.InvokeAsync(command).ConfigureAwait(false);
