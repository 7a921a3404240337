using Memti.Abstractions;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(FormerContractPlugin), "test.former-contract", contract: 1)]

namespace Memti.TestPlugins
{
    public sealed class FormerContractPlugin;
}

// Contract 1 had the attribute in this namespace.
namespace Memti.Abstractions
{
    [System.AttributeUsage(System.AttributeTargets.Assembly)]
    public sealed class MemtiPluginAttribute(System.Type entryType, string id, int contract) : System.Attribute
    {
        public System.Type EntryType { get; } = entryType;

        public string Id { get; } = id;

        public int Contract { get; } = contract;
    }
}
