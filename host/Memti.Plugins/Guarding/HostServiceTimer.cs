using System.Diagnostics;

namespace Memti.Plugins.Guarding;

/// <summary>
/// Time that one call into a plugin spends inside the host, which the plugin asked for a service: it does not count against the plugin's
/// limit.
/// </summary>
public sealed class HostServiceTimer
{
    private const long Outside = 0;

    [ThreadStatic]
    private static HostServiceTimer? _ofThisThread;

    private long _finished;
    private long _entered = Outside;

    /// <summary>All of it so far, a service that still runs included.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            long entered = Volatile.Read(ref _entered);
            return Stopwatch.GetElapsedTime(0, Volatile.Read(ref _finished))
                + (entered == Outside ? TimeSpan.Zero : Stopwatch.GetElapsedTime(entered));
        }
    }

    /// <summary>Makes this the account of the calling thread.</summary>
    public void Begin() => _ofThisThread = this;

    /// <summary>Leaves the calling thread without an account.</summary>
    public static void End() => _ofThisThread = null;

    /// <summary>Does work of the host on the account of the calling thread. A thread of the plugin's own has none.</summary>
    public static T Spend<T>(Func<T> work)
    {
        HostServiceTimer? account = _ofThisThread;
        if (account is null || account._entered != Outside)
            return work();
        Volatile.Write(ref account._entered, Stopwatch.GetTimestamp());
        try
        {
            return work();
        }
        finally
        {
            long spent = Stopwatch.GetTimestamp() - account._entered;
            Volatile.Write(ref account._entered, Outside);
            Volatile.Write(ref account._finished, account._finished + spent);
        }
    }
}
