using System.Reflection;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Adapters.Backbones;

namespace Memti.Plugins.Adapters.Tests;

public sealed class AdaptersPluginTests
{
    [Fact]
    public void The_assembly_declares_its_plugin()
    {
        var declared = typeof(AdaptersPlugin).Assembly.GetCustomAttribute<MemtiPluginAttribute>().ShouldNotBeNull();
        (declared.Id, declared.EntryType, declared.Contract).ShouldBe(("memti.adapters", typeof(AdaptersPlugin), ContractVersion.Current));
    }

    [Fact]
    public void Every_option_is_described_with_its_source() =>
        typeof(ResNet26Options).GetProperties().Select(static property => property.GetCustomAttribute<ParameterAttribute>())
            .ShouldAllBe(static parameter => parameter != null && parameter.Description != "" && parameter.Source != "");
}
