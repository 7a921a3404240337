using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Contract.Tests.Laws;

public sealed class FakeOptions
{
    [Parameter("Bits stored per cell", Unit = "bit", Minimum = 1, Maximum = 4)]
    public int BitsPerCell { get; set; } = 1;

    [Parameter("Data capacity", Unit = "kib", Minimum = 1, Maximum = 1048576)]
    public DataSize? Capacity { get; set; }
}
