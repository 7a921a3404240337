using System.Reflection;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Banks;
using Memti.Arrays.Caching;
using Memti.Arrays.Tests.Memories;

namespace Memti.Arrays.Tests.Caching;

public sealed class BankKeyTests
{
    /// <summary>Every property that can be set of a request, its limits, its cell, the cell's pulses, levels and numbers.</summary>
    public static IEnumerable<object[]> Properties { get; } =
    [
        .. Settable<BankRequest>()
            .Except([nameof(BankRequest.Limits), nameof(BankRequest.Cell)])
            .Select(static name => new object[] { "request", name }),
        .. Settable<BankLimits>().Select(static name => new object[] { "limits", name }),
        // How reads fluctuate changes no figure of an array.
        .. Settable<MemoryCell>().Except([nameof(MemoryCell.Fluctuation)]).Select(static name => new object[] { "cell", name }),
        .. Settable<WritePulse>().SelectMany(static name => new object[][] { ["set", name], ["reset", name] }),
        .. Settable<LevelTable>().Select(static name => new object[] { "levels", name }),
        .. Settable<CellNumber>().Select(static name => new object[] { "number", name }),
    ];

    [Theory]
    [MemberData(nameof(Properties))]
    public void Another_value_of_any_property_is_another_key(string part, string property)
    {
        BankRequest changed = part switch
        {
            "request" => Changed(Request, property),
            "limits" => Request with { Limits = Changed(Request.Limits, property) },
            "cell" => Request with { Cell = Changed(Cell, property) },
            "set" => Request with { Cell = Cell with { Set = Changed(Cell.Set!, property) } },
            "reset" => Request with { Cell = Cell with { Reset = Changed(Cell.Reset!, property) } },
            "levels" => Request with { Cell = Cell with { Levels = [Changed(Cell.Levels[0], property)] } },
            _ => Request with { Cell = Cell with { Numbers = [Changed(Cell.Numbers[0], property)] } },
        };
        BankKey.Of(changed).ShouldNotBe(BankKey.Of(Request));
    }

    [Fact]
    public void Equal_requests_have_one_key() =>
        BankKey.Of(Request with { Cell = Cell with { Numbers = [.. Cell.Numbers] } }).ShouldBe(BankKey.Of(Request));

    [Fact]
    public void A_number_that_is_absent_is_another_than_zero() =>
        BankKey.Of(Request with { Cell = Cell with { ReadVolts = 0 } })
            .ShouldNotBe(BankKey.Of(Request with { Cell = Cell with { ReadVolts = null } }));

    [Fact]
    public void The_solver_is_part_of_the_key_by_the_content_of_its_assemblies() =>
        SolverIdentity.Bytes.ToArray().AsSpan(0, 32).ToArray().ShouldBe(
            [.. typeof(ArraySolver).Module.ModuleVersionId.ToByteArray(), .. typeof(MemoryCell).Module.ModuleVersionId.ToByteArray()]);

    private static MemoryCell Cell { get; } = TestCells.Pcm with
    {
        Levels = [new LevelTable(1, [0, 1], [0.1, 0.1], NumberStatus.Published, "a test")],
    };

    private static BankRequest Request { get; } = new(Cell, 1, 4096, 64);

    private static IEnumerable<string> Settable<T>() =>
        typeof(T).GetProperties().Where(static property => property.CanWrite).Select(static property => property.Name);

    private static T Changed<T>(T record, string name)
        where T : class
    {
        MethodInfo clone = typeof(T).GetMethod("<Clone>$")!;
        var changed = (T)clone.Invoke(record, null)!;
        PropertyInfo property = typeof(T).GetProperty(name)!;
        property.SetValue(changed, Other(property.PropertyType, property.GetValue(record)));
        return changed;
    }

    private static object Other(Type type, object? value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } word => Enum.GetValues(word).Cast<object>().First(other => !other.Equals(value)),
        { } number when number == typeof(int) => (value as int? ?? 0) + 1,
        { } number when number == typeof(long) => (value as long? ?? 0) + 1,
        { } number when number == typeof(double) => value is double old && double.IsFinite(old) ? Math.BitIncrement(old) : 1.0,
        { } text when text == typeof(string) => value + "'",
        { } pulse when pulse == typeof(WritePulse) => new WritePulse { Seconds = 1 },
        { } means when means == typeof(IReadOnlyList<double>) => new List<double> { 0, 0.5 },
        { } levels when levels == typeof(IReadOnlyList<LevelTable>) => new List<LevelTable>(),
        { } numbers when numbers == typeof(IReadOnlyList<CellNumber>) => new List<CellNumber>(),
        _ => throw new NotSupportedException($"say in this test how another {type} is made"),
    };
}
