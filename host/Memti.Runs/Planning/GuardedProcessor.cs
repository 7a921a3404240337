using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;

namespace Memti.Runs.Planning;

/// <summary>
/// A plugin's processor whose exceptions name the plugin. Its calls stay on the thread of the run: a core is called millions of times a
/// second, and whoever watches the run ends one that does not return.
/// </summary>
/// <param name="processor">The processor.</param>
/// <param name="plugin">Id of the plugin.</param>
/// <param name="file">Its assembly as messages name it; null for a plugin of the host.</param>
internal sealed class GuardedProcessor(IProcessor processor, string plugin, string? file) : IProcessor
{
    public ProcessorFigures Figures => processor.Figures;

    public IProcessorCore CreateCore(IProcessorHost host) =>
        new Core(Guard("CreateCore", () => processor.CreateCore(host)), this);

    private T Guard<T>(string what, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception error) when (IsOfPlugin(error))
        {
            throw Threw(what, error);
        }
    }

    /// <summary>True for what a plugin must not throw.</summary>
    private static bool IsOfPlugin(Exception error) => error is not (MemtiException or OperationCanceledException);

    private MemtiException Threw(string what, Exception error) => new(
        new Diagnostic(DiagnosticCode.PluginThrew, $"plugin '{plugin}' threw {error.GetType().Name} in {what}: {error.Message}")
        {
            File = file,
        },
        error);

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
            // Not through Guard: a delegate for each stretch of instructions would be garbage.
            try
            {
                return core.Run();
            }
            catch (Exception error) when (IsOfPlugin(error))
            {
                throw guard.Threw("Run", error);
            }
        }

        public void SkipTo(long cycle) => core.SkipTo(cycle);

        public void Reset(ulong entry) => core.Reset(entry);

        public void SetInterrupt(int cause, bool active) => core.SetInterrupt(cause, active);

        public void MemoryChanged(ulong address, long bytes) => core.MemoryChanged(address, bytes);
    }
}
