namespace Memti.Host.Commands.Weights;

/// <summary>Cancels when standard input ends, because the parent process closed it or has ended.</summary>
internal sealed class StandardInputEnd : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(HostSession.StepLimitSeconds);

    private readonly CancellationTokenSource _ended;
    private Timer? _killer;

    private StandardInputEnd(CancellationToken cancellationToken) =>
        _ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    public CancellationToken Token => _ended.Token;

    public static StandardInputEnd Watch(CancellationToken cancellationToken)
    {
        var end = new StandardInputEnd(cancellationToken);
        new Thread(end.Read) { IsBackground = true, Name = "end of standard input" }.Start();
        return end;
    }

    public void Dispose()
    {
        _killer?.Dispose();
        _ended.Dispose();
    }

    private void Read()
    {
        try
        {
            using Stream input = Console.OpenStandardInput();
            byte[] bytes = new byte[64];
            while (input.Read(bytes) > 0)
            {
                // Contents do not matter, only the end of the stream.
            }

            // Nobody is left to end this process if it does not end by itself; whatever it writes is whole or aside.
            _killer = new Timer(static _ => Environment.Exit(ExitCode.Cancelled), null, Patience, Timeout.InfiniteTimeSpan);
            _ended.Cancel();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The work has already ended.
        }
    }
}
