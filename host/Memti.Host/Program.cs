using Memti.Host;

return await MemtiCommand.RunAsync(args).ConfigureAwait(false);
