using Memti.Host.Commands;

return await MemtiCommand.RunAsync(args).ConfigureAwait(false);
