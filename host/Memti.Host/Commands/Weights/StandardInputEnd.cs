namespace Memti.Host.Commands.Weights;

/// <summary>Cancels when standard input ends: whoever started this process closed it, or is gone.</summary>
internal sealed class StandardInputEnd : IDisposable
{
    private readonly CancellationTokenSource _ended;

    private StandardInputEnd(CancellationToken cancellationToken) => _ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    public CancellationToken Token => _ended.Token;

    public static StandardInputEnd Watch(CancellationToken cancellationToken)
    {
        var end = new StandardInputEnd(cancellationToken);
        new Thread(end.Read) { IsBackground = true, Name = "end of standard input" }.Start();
        return end;
    }

    public void Dispose() => _ended.Dispose();

    private void Read()
    {
        try
        {
            using Stream input = Console.OpenStandardInput();
            byte[] bytes = new byte[64];
            while (input.Read(bytes) > 0)
            {
                // What is written to us means nothing.
            }

            _ended.Cancel();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The work is done already.
        }
    }
}
