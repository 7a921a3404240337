using Memti.Abstractions.Plugins;
using Memti.Abstractions.Studies;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(TakesCommandPlugin), "test.takes-command")]

namespace Memti.TestPlugins;

/// <summary>Its study would be a command below one of the host.</summary>
public sealed class TakesCommandPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddStudy<NoOptions>("image", "study", "Never runs.", static (_, _) => new StudyResult([], []));
    }

    public sealed class NoOptions;
}
