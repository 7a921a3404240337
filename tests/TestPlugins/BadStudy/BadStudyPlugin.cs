using Memti.Abstractions.Plugins;
using Memti.Abstractions.Studies;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(BadStudyPlugin), "test.bad-study")]

namespace Memti.TestPlugins;

/// <summary>Its study has an option of a type that no key can have.</summary>
public sealed class BadStudyPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddStudy<BadStudyOptions>("bad", "study", "Never runs.", static (_, _) => new StudyResult([], []));
    }
}
