using System.Reflection;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Tests;

public sealed class NvdlaPluginTests
{
    [Fact]
    public void The_assembly_declares_its_plugin()
    {
        var declared = typeof(NvdlaPlugin).Assembly.GetCustomAttribute<MemtiPluginAttribute>().ShouldNotBeNull();
        (declared.Id, declared.EntryType, declared.Contract).ShouldBe(("memti.nvdla", typeof(NvdlaPlugin), ContractVersion.Current));
    }

    [Fact]
    public void Every_option_is_described_with_its_source() =>
        typeof(NvdlaOptions).GetProperties().Select(static property => property.GetCustomAttribute<ParameterAttribute>())
            .ShouldAllBe(static parameter => parameter != null && parameter.Description != "" && parameter.Source != "");
}
