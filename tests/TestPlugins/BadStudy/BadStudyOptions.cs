using Memti.Abstractions.Parameters;

namespace Memti.TestPlugins;

public sealed class BadStudyOptions
{
    [Parameter("What it costs")]
    public decimal Price { get; set; }
}
