using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>Any value: the scenario that it is set in says whether it takes it.</summary>
internal sealed class AnyType : ParameterType
{
    public override string Permitted => "a value";

    public override object? Read(Node node, FindingList findings) => node;

    public override JsonObject Schema(SchemaScope scope) => [];
}
