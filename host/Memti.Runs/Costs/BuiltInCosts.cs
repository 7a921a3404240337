using Memti.Abstractions.Plugins;

namespace Memti.Runs.Costs;

/// <summary>What the host offers where costs are known and layers are not.</summary>
public sealed class BuiltInCosts : IMemtiPlugin
{
    /// <summary>Its id.</summary>
    public const string Id = "memti.costs";

    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddAccelerator<CostTableOptions>("cost-table", static options => new CostTableAccelerator(options));
        registry.AddModel<ParameterCountOptions>("parameter-count", static (options, tasks) => new ParameterCountModel(options, tasks));
    }
}
