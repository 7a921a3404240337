using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Studies;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;

namespace Memti.Plugins.Tests.Loading;

public sealed class StudyRegistrationTests
{
    private static readonly Network Network = new("net", "", []) { SharedBits = 8, TaskBits = 8 };
    private static readonly StudyResult Nothing = new([new StudyTable("t", ["a"], [])], []);

    private readonly PluginRegistry _registry = new("test", "test.dll", new ModelHost(new PluginCatalog(PluginGuard.Create())));

    [Fact]
    public void A_study_is_registered_with_its_words_and_runs_on_its_options()
    {
        Options? ran = null;
        _registry.AddStudy<Options>("engine", "plan", "Plans.", (options, network) =>
        {
            (ran, network).ShouldBe((null, Network));
            ran = options;
            return Nothing;
        });

        StudyRegistration study = _registry.Close().Studies.ShouldHaveSingleItem();

        (study.Group, study.Name, study.Summary, study.OptionsType, study.PluginId, study.File).ShouldBe(
            ("engine", "plan", "Plans.", typeof(Options), "test", "test.dll"));
        var options = new Options();
        study.Run(options, Network).ShouldBeSameAs(Nothing);
        ran.ShouldBeSameAs(options);
    }

    [Fact]
    public void Groups_may_have_several_studies_but_none_twice()
    {
        Add("engine", "plan");
        Add("engine", "sweep");
        Add("other", "plan");

        ShouldBeInvalid(() => Add("engine", "plan"));
    }

    [Theory]
    [InlineData("", "plan")]
    [InlineData("Engine", "plan")]
    [InlineData("engine", "")]
    [InlineData("engine", "plan it")]
    [InlineData("engine", "--plan")]
    [InlineData("engine", "plan_it")]
    [InlineData(null, "plan")]
    public void Words_of_another_form_are_refused(string? group, string name) => ShouldBeInvalid(() => Add(group!, name));

    [Fact]
    public void A_study_needs_a_way_to_run() => ShouldBeInvalid(() => _registry.AddStudy<Options>("engine", "plan", "", null!));

    [Fact]
    public void No_study_is_registered_after_the_end()
    {
        _registry.Close();

        ShouldBeInvalid(() => Add("engine", "late"));
    }

    [Fact]
    public void A_study_that_finds_nothing_breaks_the_contract()
    {
        _registry.AddStudy<Options>("engine", "plan", "", static (_, _) => null!);
        StudyRegistration study = _registry.Close().Studies[0];

        ShouldBeInvalid(() => study.Run(new Options(), Network));
    }

    [Fact]
    public void A_study_of_another_plugin_leaves_a_plugin_out_whole()
    {
        using var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromSeconds(60)));
        catalog.AddBuiltIn("first", new StudyPlugin());

        Diagnostic finding = Should.Throw<MemtiException>(() => catalog.AddBuiltIn("second", new StudyPlugin())).Diagnostic;

        finding.Code.ShouldBe(PluginCodes.PluginDuplicate);
        finding.Message.ShouldContain("'engine plan'");
        catalog.Studies.ShouldHaveSingleItem().PluginId.ShouldBe("first");
    }

    [Fact]
    public void A_group_with_the_name_of_a_command_of_the_host_leaves_a_plugin_out_whole()
    {
        using var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromSeconds(60)))
        {
            ReservedGroups = new HashSet<string> { "engine" },
        };

        Diagnostic finding = Should.Throw<MemtiException>(() => catalog.AddBuiltIn("first", new StudyPlugin())).Diagnostic;

        finding.Code.ShouldBe(PluginCodes.PluginDuplicate);
        finding.Message.ShouldContain("'memti engine' is a command of the host");
        catalog.Plugins.ShouldBeEmpty();
    }

    [Fact]
    public void Options_of_a_study_that_break_the_contract_leave_a_plugin_out_when_it_is_loaded()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("BadStudy"));

        catalog.Plugins.ShouldBeEmpty();
        Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(DiagnosticCode.PluginInvalid);
        finding.File.ShouldBe(TestPlugin.Assembly("BadStudy"));
        finding.Message.ShouldContain("Decimal");
    }

    private void Add(string group, string name) => _registry.AddStudy<Options>(group, name, "", static (_, _) => Nothing);

    private static void ShouldBeInvalid(Action action)
    {
        Diagnostic finding = Should.Throw<MemtiException>(action).Diagnostic;
        finding.Code.ShouldBe(DiagnosticCode.PluginInvalid);
        finding.File.ShouldBe("test.dll");
    }

    private sealed class Options;

    private sealed class StudyPlugin : IMemtiPlugin
    {
        public void Register(IPluginRegistry registry) => registry.AddStudy<Options>("engine", "plan", "", static (_, _) => Nothing);
    }
}
