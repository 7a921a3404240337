using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Memti.Host.Isolation;

/// <summary>Gives a worker process the signals that would end this one, and leaves it to the worker what comes of them.</summary>
internal sealed partial class ForwardedSignals : IDisposable
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Process _worker;

    /// <summary>Begins to forward.</summary>
    public ForwardedSignals(Process worker)
    {
        _worker = worker;
        // A terminal sends an interrupt to both processes. A second one is the same to the worker as the first.
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Forward(context, Interrupt)));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Forward(context, Terminate)));
    }

    /// <summary>True when there was one.</summary>
    public bool WasCancelled { get; private set; }

    /// <inheritdoc />
    public void Dispose() => _registrations.ForEach(static registration => registration.Dispose());

    private void Forward(PosixSignalContext context, int signal)
    {
        context.Cancel = true;
        WasCancelled = true;
        if (OperatingSystem.IsWindows())
            _worker.Kill(); // there is no signal for one process alone
        else
            _ = Kill(_worker.Id, signal);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
