using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;

namespace Memti.Runs.Planning;

/// <summary>
/// A plugin's processor whose exceptions name the plugin. Calls of a core stay on the thread of the run: there are millions a second, and
/// whoever watches the run ends one that does not return.
/// </summary>
/// <param name="processor">The processor.</param>
/// <param name="kind">The kind that it is of.</param>
/// <param name="guard">Limits the time in which a core is made, and words what the plugin threw.</param>
internal sealed class GuardedProcessor(IProcessor processor, Registration kind, PluginGuard guard) : IProcessor
{
    public ProcessorFigures Figures => processor.Figures;

    public IProcessorCore CreateCore(IProcessorHost host) =>
        new Core(kind.Call(guard, nameof(CreateCore), () => processor.CreateCore(host)), this);

    /// <summary>True for what a plugin must not throw.</summary>
    private static bool IsOfPlugin(Exception error) => error is not (MemtiException or OperationCanceledException);

    private MemtiException Threw(string what, Exception error) => guard.Fault(kind.Target(what), error);

    private sealed class Core(IProcessorCore core, GuardedProcessor guard) : IProcessorCore
    {
        public long Cycle => core.Cycle;

        public long Limit
        {
            get => core.Limit;
            set => core.Limit = value;
        }

        public bool IsWaiting => core.IsWaiting;

        public CoreCounters Counters => core.Counters;

        public CoreDebug Debug => core.Debug;

        public CoreStop Run()
        {
            try
            {
                return core.Run();
            }
            catch (Exception error) when (IsOfPlugin(error))
            {
                throw guard.Threw(nameof(Run), error);
            }
        }

        public void SkipTo(long cycle) => Call(nameof(SkipTo), cycle, static (core, cycle) => core.SkipTo(cycle));

        public void Reset(ulong entry) => Call(nameof(Reset), entry, static (core, entry) => core.Reset(entry));

        public void SetInterrupt(int cause, bool active) => Call(
            nameof(SetInterrupt), (cause, active), static (core, input) => core.SetInterrupt(input.cause, input.active));

        public void MemoryChanged(ulong address, long bytes) => Call(
            nameof(MemoryChanged), (address, bytes), static (core, range) => core.MemoryChanged(range.address, range.bytes));

        // Calls are static with their arguments beside them: closures would be garbage.
        private void Call<T>(string what, T arguments, Action<IProcessorCore, T> call)
        {
            try
            {
                call(core, arguments);
            }
            catch (Exception error) when (IsOfPlugin(error))
            {
                throw guard.Threw(what, error);
            }
        }
    }
}
