using Memti.Plugins.Catalog;
using Memti.Plugins.Output;
using Memti.Plugins.Tests.Loading;

namespace Memti.Plugins.Tests.Output;

/// <summary>The console is the process's: no other test may use it meanwhile.</summary>
[CollectionDefinition(nameof(PluginOutputTests), DisableParallelization = true)]
public sealed class ConsoleCollection;

[Collection(nameof(PluginOutputTests))]
public sealed class PluginOutputTests : IDisposable
{
    private readonly TextWriter _output = Console.Out;
    private readonly TextWriter _errors = Console.Error;
    private readonly StringWriter _results = new();
    private readonly StringWriter _other = new();

    public PluginOutputTests() => PluginOutput.Use(new RoutedWriter(_results, _other), _errors);

    public void Dispose()
    {
        PluginOutput.Release();
        Console.SetOut(_output);
    }

    [Fact]
    public void What_a_plugin_prints_is_named_and_not_in_the_result()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("Prints"));
        Console.Out.Write("the result\n");

        _results.ToString().ShouldBe("the result\n");
        Lines(_other).ShouldBe(["[test.prints] registers", "[test.prints] half a line"]);
    }

    [Fact]
    public void What_a_thread_of_a_plugin_prints_is_named_too()
    {
        PluginOutput.Run("test.threads", static () =>
        {
            var thread = new Thread(static () => Console.WriteLine("one"));
            thread.Start();
            thread.Join();
            Task.Run(static () => Console.WriteLine("two")).Wait();
            return true;
        });

        _results.ToString().ShouldBeEmpty();
        Lines(_other).ShouldBe(["[test.threads] one", "[test.threads] two"]);
    }

    [Fact]
    public void A_writer_that_a_plugin_puts_in_place_goes_when_its_call_ends()
    {
        PluginOutput.Run("test.sets", static () =>
        {
            Console.SetOut(new StringWriter());
            Console.SetError(new StringWriter());
            return true;
        });
        Console.Out.Write("the result");

        _results.ToString().ShouldBe("the result");
        Console.Error.ShouldBeSameAs(_errors);
    }

    private static string[] Lines(StringWriter writer) =>
        writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
