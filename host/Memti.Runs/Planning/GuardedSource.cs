using Memti.Abstractions.Supplies;

namespace Memti.Runs.Planning;

/// <summary>A plugin's source whose exceptions name the plugin.</summary>
internal sealed class GuardedSource(ISupplySource source, PartCall call) : ISupplySource
{
    public string Summary => source.Summary;

    public long Steps { get; } = source.Steps;

    public SourceStep StepAt(long index)
    {
        try
        {
            return source.StepAt(index);
        }
        catch (Exception error) when (PartCall.IsOfPlugin(error))
        {
            throw call.Threw(nameof(StepAt), error);
        }
    }
}
