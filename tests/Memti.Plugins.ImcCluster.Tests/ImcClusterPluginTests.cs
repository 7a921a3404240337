using System.Reflection;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Plugins.ImcCluster.Memories;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Tests;

public sealed class ImcClusterPluginTests
{
    [Fact]
    public void The_assembly_declares_its_plugin()
    {
        var declared = typeof(ImcClusterPlugin).Assembly.GetCustomAttribute<MemtiPluginAttribute>().ShouldNotBeNull();
        (declared.Id, declared.EntryType, declared.Contract)
            .ShouldBe(("memti.imc-cluster", typeof(ImcClusterPlugin), ContractVersion.Current));
    }

    [Theory]
    [InlineData(typeof(ImcClusterOptions))]
    [InlineData(typeof(PcmCrossbarOptions))]
    public void Every_option_is_described_with_its_source(Type options) =>
        options.GetProperties().Select(static property => property.GetCustomAttribute<ParameterAttribute>())
            .ShouldAllBe(static parameter => parameter != null && parameter.Description != "" && parameter.Source != "");
}
