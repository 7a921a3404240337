using System.Text.Json.Nodes;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;

namespace Memti.Training.Weights.Requests;

/// <summary>A whole number of a request, for reader and schema.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Description">What it is.</param>
/// <param name="Minimum">The least permitted value.</param>
/// <param name="Maximum">The largest permitted value.</param>
/// <param name="Usual">The value where the request says none; null for none.</param>
internal sealed record WholeKey(string Name, string Description, long Minimum, long Maximum, long? Usual = null)
{
    public JsonObject Form => JsonForm.Whole(Description, Minimum, Maximum, Usual);

    public long? Read(Section section) => section.Whole(Name, Minimum, Maximum) ?? Usual;
}
