namespace Memti.EndToEnd.Tests;

/// <summary>A test that takes minutes; run with <c>MEMTI_LONG_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() =>
        Skip = Environment.GetEnvironmentVariable("MEMTI_LONG_TESTS") == "1" ? null : "it takes minutes; set MEMTI_LONG_TESTS=1";
}
