<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AcknowledgeQuestion</name>
    <message>
        <source>Read and confirmed</source>
        <translation>已阅读并确认</translation>
    </message>
</context>
<context>
    <name>AddressQuestion</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>AnnouncedDialog</name>
    <message>
        <source>The province has announced the failed re-check</source>
        <translation>省级部门已公告复查不合格</translation>
    </message>
    <message>
        <source>The second re-check is made after the sixtieth and before the ninetieth day from the announcement (Order 18, article 48).</source>
        <translation>公告之日起六十日后九十日前再组织复查（总局令第18号第四十八条）。</translation>
    </message>
    <message>
        <source>Announced on</source>
        <translation>公告日期</translation>
    </message>
</context>
<context>
    <name>ArticleDialog</name>
    <message>
        <source>Article</source>
        <translation>条号</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>条文全文</translation>
    </message>
    <message>
        <source>May be quoted</source>
        <translation>可引用</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>不可引用</translation>
    </message>
    <message>
        <source>On papers</source>
        <translation>文书引用</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>An article needs its number and some text, or a paper would cite an empty basis. Write them again, or mark it “Not yet”; the library is unchanged.</source>
        <translation>条文须有条号和内容，否则文书的依据将为空。请补写，或标为“不可引用”；法规库未作改动。</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Choose file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>What was there was replaced.</source>
        <translation>原来的内容已被替换。</translation>
    </message>
    <message>
        <source>“{name}” was taken off.</source>
        <translation>已取下“{name}”。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation>选择录音</translation>
    </message>
    <message>
        <source>Films</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Choose a film</source>
        <translation>选择视频</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>BatchScreen</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Recall record</source>
        <translation>召回记录</translation>
    </message>
    <message>
        <source>It adds up: close</source>
        <translation>数量对上，结清</translation>
    </message>
    <message>
        <source>Made or bought</source>
        <translation>生产（进货）数量</translation>
    </message>
    <message>
        <source>As the maker's own books have it</source>
        <translation>以企业生产、进货记录为准</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Where the parts are</source>
        <translation>产品去向</translation>
    </message>
    <message>
        <source>Does it add up</source>
        <translation>数量核对</translation>
    </message>
    <message>
        <source>Adds up</source>
        <translation>数量对上</translation>
    </message>
    <message>
        <source>Does not add up</source>
        <translation>数量对不上</translation>
    </message>
    <message>
        <source>opened {day}</source>
        <translation>{day}开始追溯</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>It is not written down yet how many were made.</source>
        <translation>还没有填写生产（进货）数量。</translation>
    </message>
    <message>
        <source>The line is taken away</source>
        <translation>已删去一行</translation>
    </message>
</context>
<context>
    <name>BesideCard</name>
    <message>
        <source>Written beside each other: {what}</source>
        <translation>分头填写：{what}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it stands; whoever writes on, having both, closes this too.</source>
        <translation>所有内容均有效；任何人见到双方内容后继续填写，本条也即结束。</translation>
    </message>
    <message>
        <source>Seen, it stays so</source>
        <translation>已看过，保持不变</translation>
    </message>
    <message>
        <source>Each may not have seen what the others wrote meanwhile.</source>
        <translation>各人填写时可能均未见到他人同期所写内容。</translation>
    </message>
    <message>
        <source>{one} may not have seen what {other} wrote meanwhile, nor {other} what {one} wrote.</source>
        <translation>{one}填写时可能未见到{other}同期所写内容，{other}也可能未见到{one}所写内容。</translation>
    </message>
    <message>
        <source>Somebody not known here</source>
        <translation>本机未登记的人员</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>另一台终端</translation>
    </message>
    <message>
        <source>Written {time}</source>
        <translation>写于 {time}</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}：{value}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>BoardExport</name>
    <message>
        <source>Export the rectification list</source>
        <translation>导出整改清单</translation>
    </message>
    <message>
        <source>One row a finding, also those further down than the page. Groups folded on the screen are left out.</source>
        <translation>一项问题一行，屏幕上尚未展开显示的也一并导出；已折叠的分组不导出。</translation>
    </message>
    <message>
        <source>Left out: {groups}</source>
        <translation>不导出：{groups}</translation>
    </message>
    <message>
        <source>Rectification list {day}</source>
        <translation>整改清单 {day}</translation>
    </message>
    <message>
        <source>Rectification list</source>
        <translation>整改清单</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) written</source>
        <translation>
            <numerusform>已写入 %n 项问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>共 %n 项问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardFilter</name>
    <message>
        <source>Enterprise</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我经办的</translation>
    </message>
    <message>
        <source>My section</source>
        <translation>本科室</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Whose findings are shown</source>
        <translation>显示谁经办的问题</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Every severity</source>
        <translation>所有严重程度</translation>
    </message>
    <message>
        <source>Every enterprise</source>
        <translation>所有企业</translation>
    </message>
    <message>
        <source>Every campaign</source>
        <translation>所有专项行动</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>Xunjian</source>
        <translation>巡检</translation>
    </message>
</context>
<context>
    <name>Builder</name>
    <message>
        <source>{label} {number}</source>
        <translation>{label} {number}</translation>
    </message>
    <message>
        <source>Add: {label}</source>
        <translation>添加{label}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove {title}</source>
        <translation>移除{title}</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Published years</source>
        <translation>已公布年份</translation>
    </message>
    <message>
        <source>Published by the bureau</source>
        <translation>本局统一发布</translation>
    </message>
    <message>
        <source>What is wrong in the table</source>
        <translation>表格中的问题</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>Import special equipment…</source>
        <translation>导入特种设备台账…</translation>
    </message>
    <message>
        <source>The State Council publishes the days off of a year in the November before. A deadline that touches a year not listed here is provisional; importing the year counts it again.</source>
        <translation>国务院一般在上年 11 月公布次年的节假日安排。涉及未列年份的期限为暂定；导入该年安排后自动重新计算。</translation>
    </message>
    <message>
        <source>One of the tables below or articles of law, as CSV with the columns of the tables the program came with.</source>
        <translation>可导入下列任一表格或者法条：CSV 格式，列与程序自带的表格相同。</translation>
    </message>
    <message>
        <source>A list of special equipment may be an Excel workbook or CSV with the bureau's own headings. What it would change is shown first.</source>
        <translation>特种设备台账可用 Excel 工作簿或 CSV 格式，表头按本局习惯即可。导入前先显示会有哪些变动。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) off</source>
        <translation>
            <numerusform>放假 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weekend day(s) worked</source>
        <translation>
            <numerusform>调休上班 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>By the bureau</source>
        <translation>本局发布</translation>
    </message>
    <message>
        <source>holds from {day}</source>
        <translation>{day} 起生效</translation>
    </message>
    <message>
        <source>holds since {day}</source>
        <translation>{day} 起生效</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>表格 ({patterns})</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>Lists ({patterns})</source>
        <translation>台账（{patterns}）</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>选择台账</translation>
    </message>
    <message>
        <source>The table is being checked…</source>
        <translation>正在检查表格…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were taken over.</source>
        <translation>
            <numerusform>已导入 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Published now: {years}.</source>
        <translation>新公布年份：{years}。</translation>
    </message>
    <message numerus="yes">
        <source>%n provisional deadline(s) were counted again.</source>
        <translation>
            <numerusform>已重新计算 %n 项暂定期限。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them got another day.</source>
        <translation>
            <numerusform>其中 %n 项期限日期有变。</numerusform>
        </translation>
    </message>
    <message>
        <source>{table} was imported</source>
        <translation>{table}已导入</translation>
    </message>
</context>
<context>
    <name>CameraDialog</name>
    <message>
        <source>Take photos</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Starting the camera</source>
        <translation>正在启动摄像头</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>拍照</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken</source>
        <translation>
            <numerusform>已拍 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready: Enter takes the photo</source>
        <translation>就绪：按 Enter 拍照</translation>
    </message>
</context>
<context>
    <name>CampaignDialog</name>
    <message>
        <source>The campaign</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>Add a campaign</source>
        <translation>新建专项行动</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>No target yet. A target says which papers count and how many of them are wanted.</source>
        <translation>还没有目标。目标写明按哪些文书计数、要完成多少。</translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation>添加目标</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write both days, as 2026-09-30.</source>
        <translation>起止日期都要写，例如 2026-09-30。</translation>
    </message>
</context>
<context>
    <name>CampaignTotals</name>
    <message>
        <source>What it came to</source>
        <translation>汇总数据</translation>
    </message>
    <message>
        <source>counted from finished papers</source>
        <translation>按已办结的文书统计</translation>
    </message>
    <message>
        <source>Inspectors sent</source>
        <translation>出动人次</translation>
    </message>
    <message>
        <source>Units visited</source>
        <translation>检查户次</translation>
    </message>
    <message>
        <source>Devices checked</source>
        <translation>检查设备台数</translation>
    </message>
    <message>
        <source>Hazards found</source>
        <translation>发现问题隐患</translation>
    </message>
    <message>
        <source>Instructions issued</source>
        <translation>下达监察指令书</translation>
    </message>
    <message>
        <source>Rectification orders</source>
        <translation>责令改正</translation>
    </message>
    <message>
        <source>Leads handed over</source>
        <translation>移交案源线索</translation>
    </message>
    <message>
        <source>On-the-spot citations</source>
        <translation>当场处罚</translation>
    </message>
    <message>
        <source>Fines in yuan</source>
        <translation>罚款金额（元）</translation>
    </message>
    <message>
        <source>Batches sampled</source>
        <translation>抽查批次</translation>
    </message>
    <message>
        <source>Batches nonconforming</source>
        <translation>不合格批次</translation>
    </message>
    <message>
        <source>Publicity activities</source>
        <translation>宣传活动场次</translation>
    </message>
    <message>
        <source>People reached</source>
        <translation>参与群众人数</translation>
    </message>
</context>
<context>
    <name>CampaignsScreen</name>
    <message>
        <source>Add a campaign</source>
        <translation>新建专项行动</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>No campaign is planned</source>
        <translation>还没有专项行动</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 项进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>This campaign has no target yet. Edit it to add some.</source>
        <translation>还没有设定目标，请点“修改”添加。</translation>
    </message>
    <message>
        <source>Who did how many</source>
        <translation>人员完成情况</translation>
    </message>
    <message>
        <source>No paper that counts is finished yet</source>
        <translation>还没有完成计入的记录</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>day {day} of {whole}</source>
        <translation>第 {day} 天，共 {whole} 天</translation>
    </message>
    <message numerus="yes">
        <source>begins in %n day(s)</source>
        <translation>
            <numerusform>%n 天后开始</numerusform>
        </translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>{reached} of {targets} targets reached</source>
        <translation>{targets} 项目标完成 {reached} 项</translation>
    </message>
</context>
<context>
    <name>CaseScreen</name>
    <message>
        <source>Enterprise</source>
        <translation>企业档案</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>记录与文书</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现的问题</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>No finding so far</source>
        <translation>尚未发现问题</translation>
    </message>
    <message>
        <source>No sample drawn so far</source>
        <translation>尚未抽取样品</translation>
    </message>
    <message>
        <source>Papers that may follow</source>
        <translation>可续办的记录与文书</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) not ordered to be rectified yet</source>
        <translation>
            <numerusform>%n 项问题尚未责令改正</numerusform>
        </translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Cite on the spot</source>
        <translation>当场处罚</translation>
    </message>
    <message>
        <source>Go on filling in</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Review and sign</source>
        <translation>核对与签名</translation>
    </message>
    <message>
        <source>Review and finish</source>
        <translation>核对并完成</translation>
    </message>
    <message>
        <source>Review and issue</source>
        <translation>核对并发出</translation>
    </message>
    <message>
        <source>Record the service</source>
        <translation>登记送达</translation>
    </message>
    <message>
        <source>Follow the rectification</source>
        <translation>跟进整改</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>{answered} of {asked} answered</source>
        <translation>已答 {answered} / {asked}</translation>
    </message>
    <message>
        <source>{signed} of {wanted} signed</source>
        <translation>已签 {signed} / {wanted}</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>for the test</source>
        <translation>检验样品</translation>
    </message>
    <message>
        <source>spare</source>
        <translation>备用样品</translation>
    </message>
    <message>
        <source>Being traced</source>
        <translation>追溯中</translation>
    </message>
    <message>
        <source>trace and recall</source>
        <translation>追溯召回</translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message>
        <source>New inspection</source>
        <translation>新建检查</translation>
    </message>
    <message>
        <source>Samples under way</source>
        <translation>在途样品</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>没有未结案件</translation>
    </message>
    <message>
        <source>Start a spot check</source>
        <translation>开始监督抽查</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>未结 {count} 件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结</translation>
    </message>
    <message>
        <source>Show the next ones</source>
        <translation>显示后面的</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>记录与文书 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Closed {day}</source>
        <translation>{day} 结案</translation>
    </message>
    <message numerus="yes">
        <source>%n open finding(s)</source>
        <translation>
            <numerusform>%n 项问题未关闭</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellLine</name>
    <message>
        <source>{row}, {choice}</source>
        <translation>{row}，{choice}</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change a form</source>
        <translation>修改表单</translation>
    </message>
    <message>
        <source>The workbook of the version in use is written to a place you choose and opened. Change it there, raise its version and save; the form stays as it is until the new version is put into use.</source>
        <translation>把使用中版本的工作簿另存到您选择的位置并打开。在工作簿里修改，把版本号改大并保存；新版本启用之前，表单照旧。</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Choose the place…</source>
        <translation>选择位置…</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>What was tried</source>
        <translation>已试过</translation>
    </message>
    <message>
        <source>Write them into a copy</source>
        <translation>写进副本</translation>
    </message>
    <message>
        <source>Put them right in the spreadsheet program and save; this page looks again by itself. Or write a copy in which every wrong cell is red and says why.</source>
        <translation>请在表格软件里改正并保存，本页会自动重新检查。也可以写出一份副本，其中每个出错的单元格都标红并写明原因。</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>To be put right</source>
        <translation>需要改正</translation>
    </message>
    <message>
        <source>A new form</source>
        <translation>新表单</translation>
    </message>
    <message>
        <source>What changed since version {version}</source>
        <translation>与版本 {version} 相比的变化</translation>
    </message>
    <message>
        <source>There is no form with this id here yet; nothing can break.</source>
        <translation>本机还没有这个编号的表单，不影响任何草稿。</translation>
    </message>
    <message>
        <source>Nothing that drafts or papers would notice.</source>
        <translation>没有影响草稿和纸面的变化。</translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) of the workbook passed</source>
        <translation>
            <numerusform>工作簿自带的 %n 项测试全部通过</numerusform>
        </translation>
    </message>
    <message>
        <source>The workbook has no tests; fill it in under “Try it” and copy that as a test</source>
        <translation>工作簿里没有测试；可在“试填”里填一遍，再复制为测试</translation>
    </message>
    <message>
        <source>The page was drawn with the longest believable answers; it holds them</source>
        <translation>已用较长的内容试排纸面，放得下</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>With {bureau}</source>
        <translation>由{bureau}办理</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>待签</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>To issue</source>
        <translation>待发出</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Held in quarantine</source>
        <translation>隔离待定</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已被替代</translation>
    </message>
    <message>
        <source>To re-check</source>
        <translation>待复查</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>还有 %n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoosingQuestion</name>
    <message>
        <source>“{words}” was taken off.</source>
        <translation>已去掉“{words}”。</translation>
    </message>
</context>
<context>
    <name>ChosenChip</name>
    <message>
        <source>Remove {words}</source>
        <translation>移除：{words}</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Clock difference</source>
        <translation>时钟相差</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>{length} fast</source>
        <translation>本机快 {length}</translation>
    </message>
    <message>
        <source>{length} slow</source>
        <translation>本机慢 {length}</translation>
    </message>
    <message>
        <source>As of {time}, by the bureau's clock. Records stay valid: their order follows who had seen what, not the clock.</source>
        <translation>以 {time} 局端时间为准。记录仍然有效，次序按改动先后认定，不按钟点。</translation>
    </message>
</context>
<context>
    <name>CodeQuestion</name>
    <message>
        <source>Scan</source>
        <translation>扫码</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>will be used</source>
        <translation>将采用</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>改用此值</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why, in one sentence</source>
        <translation>一句话写明理由</translation>
    </message>
    <message>
        <source>Nothing is lost: what is not chosen, who decided and why stay in the history.</source>
        <translation>内容不会丢失：未采用的值、由谁决定、为什么，都留在历史里。</translation>
    </message>
    <message>
        <source>Decide so</source>
        <translation>确定采用</translation>
    </message>
    <message>
        <source>Another value</source>
        <translation>另填一个值</translation>
    </message>
</context>
<context>
    <name>CounterQuestion</name>
    <message>
        <source>One less</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>出现意外问题</translation>
    </message>
    <message>
        <source>Nothing that was saved is lost; you can go on working. Please copy this report and hand it to support: names, numbers and keys are left out of it.</source>
        <translation>已保存的内容没有丢失，可以继续工作。请复制此报告交给技术支持，报告中不含姓名、号码和密钥。</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>问题报告</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time</source>
        <translation>上次程序意外退出</translation>
    </message>
    <message>
        <source>Nothing that was saved is lost. A report was kept.</source>
        <translation>已保存的内容没有丢失，问题报告已留存。</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>查看报告</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
</context>
<context>
    <name>DateTimeQuestion</name>
    <message>
        <source>{label}, time</source>
        <translation>{label}，时间</translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>Note the day</source>
        <translation>记下日期</translation>
    </message>
    <message>
        <source>Write a day up to today.</source>
        <translation>请填写不晚于今天的日期。</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>Decide on the objection</source>
        <translation>处理异议</translation>
    </message>
    <message>
        <source>Accept: re-test</source>
        <translation>受理，复检</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>处理决定</translation>
    </message>
    <message>
        <source>Laboratory of the re-test</source>
        <translation>复检机构</translation>
    </message>
    <message>
        <source>Not the one that made the first test</source>
        <translation>不能是初检机构</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Write the reason; the party reads it.</source>
        <translation>请写明理由，对方会看到。</translation>
    </message>
    <message>
        <source>Name the laboratory.</source>
        <translation>请写明检验机构。</translation>
    </message>
</context>
<context>
    <name>DeclineForm</name>
    <message>
        <source>Wording on the paper</source>
        <translation>纸面注明的文字</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Name and unit of who saw it</source>
        <translation>见证人姓名、单位</translation>
    </message>
    <message>
        <source>Confirm the note</source>
        <translation>确认注明</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>注明文字</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Needed: a photo or a witness (Procedure Rules art. 43)</source>
        <translation>还须照片或见证人（程序规定第四十三条）</translation>
    </message>
    <message>
        <source>Needed: the wording for the paper</source>
        <translation>还须写明纸面注明的文字</translation>
    </message>
</context>
<context>
    <name>DesignerScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open the workbook of a form to see what is wrong, to try it, and its page</source>
        <translation>打开表单的工作簿，可以查看错误、试填，并看到打印的纸面</translation>
    </message>
    <message>
        <source>Open a workbook</source>
        <translation>打开工作簿</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>The page comes when the workbook has no errors</source>
        <translation>工作簿没有错误后，这里显示纸面</translation>
    </message>
    <message>
        <source>Form designer</source>
        <translation>表单设计</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>the trial and the page still show it as before the errors</source>
        <translation>试填和纸面仍是出错之前的内容</translation>
    </message>
    <message>
        <source>looked at again whenever you save it</source>
        <translation>保存工作簿后自动重新检查</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 处错误</numerusform>
        </translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Version to be raised</source>
        <translation>版本号要改大</translation>
    </message>
    <message>
        <source>New form, no errors</source>
        <translation>新表单，没有错误</translation>
    </message>
    <message>
        <source>New version, no errors</source>
        <translation>新版本，没有错误</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试填</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>纸面</translation>
    </message>
    <message>
        <source>{form}: new records begin with version {version}.</source>
        <translation>{form}：新的记录用版本 {version}。</translation>
    </message>
    <message>
        <source>The version is in use</source>
        <translation>新版本已启用</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Another workbook</source>
        <translation>换一个工作簿</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the workbook</source>
        <translation>打开工作簿</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>启用…</translation>
    </message>
    <message>
        <source>Put into use…</source>
        <translation>启用…</translation>
    </message>
</context>
<context>
    <name>DeskCard</name>
    <message>
        <source>Terms of the reception</source>
        <translation>接待办理期限</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Hand over to an inspection</source>
        <translation>转现场核查</translation>
    </message>
    <message>
        <source>Inspections begun from it</source>
        <translation>由此开展的检查</translation>
    </message>
    <message>
        <source>The terms begin when the register is finished.</source>
        <translation>登记完成后开始计算期限。</translation>
    </message>
    <message>
        <source>Nothing has to be done by a date.</source>
        <translation>没有需要限期办理的事项。</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>办结</translation>
    </message>
</context>
<context>
    <name>DeviceActs</name>
    <message>
        <source>Edit the data…</source>
        <translation>修改信息…</translation>
    </message>
    <message>
        <source>Print the plate…</source>
        <translation>打印标牌…</translation>
    </message>
    <message>
        <source>Take into use again…</source>
        <translation>恢复使用…</translation>
    </message>
    <message>
        <source>Stop its use…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Scrap it…</source>
        <translation>报废…</translation>
    </message>
    <message>
        <source>Take the equipment into use again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Take into use</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Stop the use of the equipment</source>
        <translation>停用设备</translation>
    </message>
    <message>
        <source>Stop its use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Scrap the equipment</source>
        <translation>报废设备</translation>
    </message>
    <message>
        <source>Scrap it</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>Nothing is deleted: its checks, findings and tests stay. The reason is kept with it.</source>
        <translation>不会删除任何内容：检查、问题和检验信息都保留，原因一并留存。</translation>
    </message>
    <message>
        <source>The status was changed</source>
        <translation>设备状态已变更</translation>
    </message>
    <message>
        <source>The equipment was changed</source>
        <translation>设备信息已修改</translation>
    </message>
    <message>
        <source>The register now says what the check saw</source>
        <translation>已按检查记录更新设备登记</translation>
    </message>
    <message>
        <source>Leave the register as it is</source>
        <translation>登记保持不变</translation>
    </message>
    <message>
        <source>The check stays as it was signed; only the register is not corrected by it.</source>
        <translation>检查记录保持签名时的内容，只是不据此修改登记。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>The operator no longer works this equipment</source>
        <translation>已标记为不再操作这台设备</translation>
    </message>
</context>
<context>
    <name>DeviceDialog</name>
    <message>
        <source>Data of the equipment</source>
        <translation>设备信息</translation>
    </message>
    <message>
        <source>Add equipment</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用单位</translation>
    </message>
    <message>
        <source>Equipment code</source>
        <translation>设备代码</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>登记证号</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>设备品种</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>使用地点</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>制造单位</translation>
    </message>
    <message>
        <source>Maintained by</source>
        <translation>维保单位</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>上次检验</translation>
    </message>
    <message>
        <source>Next test</source>
        <translation>下次检验</translation>
    </message>
    <message>
        <source>{kind}, maker {maker}, {year}, serial {serial}</source>
        <translation>{kind}，制造单位代号 {maker}，{year} 年制造，顺序号 {serial}</translation>
    </message>
    <message>
        <source>Choose the unit that uses it.</source>
        <translation>请选择使用单位。</translation>
    </message>
    <message>
        <source>This is not a day. Write it like 2026-05-01.</source>
        <translation>这不是日期，请写成 2026-05-01 这样。</translation>
    </message>
    <message>
        <source>Choose the variety from the catalogue.</source>
        <translation>请从目录中选择设备品种。</translation>
    </message>
</context>
<context>
    <name>DeviceOffer</name>
    <message>
        <source>The check says otherwise than the register</source>
        <translation>检查所见与设备登记不同</translation>
    </message>
    <message>
        <source>As signed in: {record}</source>
        <translation>来源：{record}（已签名）</translation>
    </message>
    <message>
        <source>Correct the register</source>
        <translation>更新登记</translation>
    </message>
    <message>
        <source>Leave it as it is…</source>
        <translation>保持不变…</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>{register} → {check}</source>
        <translation>{register} → {check}</translation>
    </message>
    <message>
        <source>Equipment code</source>
        <translation>设备代码</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>登记证号</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>使用地点</translation>
    </message>
    <message>
        <source>Maintained by</source>
        <translation>维保单位</translation>
    </message>
    <message>
        <source>Next test</source>
        <translation>下次检验</translation>
    </message>
    <message>
        <source>{what}: the register is not changed until you say so on the equipment's card.</source>
        <translation>{what}：登记不会自动修改，请在设备卡上确认。</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>打开设备卡</translation>
    </message>
</context>
<context>
    <name>DeviceScreen</name>
    <message>
        <source>Start a check</source>
        <translation>开始检查</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>There is no check form for this kind of equipment yet</source>
        <translation>本机还没有这类设备的检查表</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>The equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Open the unit</source>
        <translation>打开使用单位</translation>
    </message>
    <message>
        <source>Use and tests</source>
        <translation>使用与检验</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用单位</translation>
    </message>
    <message>
        <source>Nobody is entered as operator of this equipment</source>
        <translation>还没有登记这台设备的作业人员</translation>
    </message>
    <message>
        <source>Add an operator</source>
        <translation>添加作业人员</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>作业人员</translation>
    </message>
    <message>
        <source>Nothing is open at this equipment</source>
        <translation>这台设备没有未关闭的问题</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is open; %n finding(s) were settled</source>
        <translation>
            <numerusform>没有未关闭的问题，已办结 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Open findings</source>
        <translation>未关闭的问题</translation>
    </message>
    <message>
        <source>No check of this equipment is on record</source>
        <translation>这台设备还没有检查记录</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查记录</translation>
    </message>
    <message>
        <source>Equipment code</source>
        <translation>设备代码</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>登记证号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>设备种类</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>设备类别</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>设备品种</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>制造单位</translation>
    </message>
    <message>
        <source>Maker's number</source>
        <translation>制造代号</translation>
    </message>
    <message>
        <source>Made in</source>
        <translation>制造年份</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>制造顺序号</translation>
    </message>
    <message>
        <source>Entered twice: “{name}” has the same number. Set one to out of use, with the reason</source>
        <translation>重复登记：“{name}”的编号与这台相同。请把其中一台改为停用，并写明原因</translation>
    </message>
    <message>
        <source>Old registration code of 20 digits; it has no parts to read</source>
        <translation>20 位旧注册代码，不能按新规则拆解</translation>
    </message>
    <message>
        <source>The code says variety {code}, the register another one</source>
        <translation>代码中的品种是 {code}，与登记的品种不同</translation>
    </message>
    <message>
        <source>The code is built as it must be</source>
        <translation>代码结构正确</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>使用状态</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>使用地点</translation>
    </message>
    <message>
        <source>Maintained by</source>
        <translation>维保单位</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>上次检验</translation>
    </message>
    <message>
        <source>Next test</source>
        <translation>下次检验</translation>
    </message>
    <message>
        <source>Apply by</source>
        <translation>申请检验期限</translation>
    </message>
    <message>
        <source>No expiry known</source>
        <translation>未填有效期</translation>
    </message>
    <message>
        <source>Expired {day}</source>
        <translation>{day} 已过期</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>DocumentScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Label {number}</source>
        <translation>封条 {number}</translation>
    </message>
    <message>
        <source>The kept pages could not be shown</source>
        <translation>留存的页面无法显示</translation>
    </message>
    <message>
        <source>Seal labels {number}</source>
        <translation>样品封条 {number}</translation>
    </message>
    <message>
        <source>Withdraw this document</source>
        <translation>作废此文书</translation>
    </message>
    <message>
        <source>The number stays used, the page stays kept, and what it ordered is open again. This cannot be undone.</source>
        <translation>文号不再使用，页面继续留存，所责令的问题重新打开。作废后不可恢复。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>DocumentSide</name>
    <message>
        <source>Code on the page</source>
        <translation>核验码</translation>
    </message>
    <message>
        <source>Record the service</source>
        <translation>登记送达</translation>
    </message>
    <message>
        <source>Receipt of service</source>
        <translation>送达回证</translation>
    </message>
    <message>
        <source>What it ordered</source>
        <translation>责令内容</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Print the seal labels</source>
        <translation>打印样品封条</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Issued {time}</source>
        <translation>{time} 发出</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>期限 {day}</translation>
    </message>
    <message numerus="yes">
        <source>Print again, %n copy(s)</source>
        <translation>
            <numerusform>重新打印 %n 份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n copy(s)</source>
        <translation>
            <numerusform>打印 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Genuine: signed by device {device}, content unchanged</source>
        <translation>真实：终端 {device} 签发，内容未改</translation>
    </message>
    <message>
        <source>Genuine, but the document was withdrawn</source>
        <translation>真实，但文书已作废</translation>
    </message>
    <message>
        <source>Genuine, but another document took its place</source>
        <translation>真实，但已由其他文书替代</translation>
    </message>
    <message>
        <source>The content kept here is not what was signed</source>
        <translation>留存内容与签发时不符</translation>
    </message>
    <message>
        <source>Signed by a device this computer does not know</source>
        <translation>签发设备未在本机登记</translation>
    </message>
    <message>
        <source>The code proves nothing</source>
        <translation>核验码无效</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>It was withdrawn before it was served</source>
        <translation>送达前已作废</translation>
    </message>
    <message>
        <source>Its service is written down by the bureau that has it</source>
        <translation>送达情况由接收机关记录</translation>
    </message>
</context>
<context>
    <name>DocumentsScreen</name>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>No document has been issued on this computer</source>
        <translation>本机尚未发出文书</translation>
    </message>
    <message>
        <source>Open the cases</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>issued, numbered and frozen; newest first</source>
        <translation>已编号发出、内容已固定，最新的在前</translation>
    </message>
    <message>
        <source>this number stands on two papers</source>
        <translation>文号重复</translation>
    </message>
</context>
<context>
    <name>DrawCard</name>
    <message>
        <source>Random draw</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>抽取种子</translation>
    </message>
    <message>
        <source>Draw the samples</source>
        <translation>抽取样品</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>打印抽样单</translation>
    </message>
    <message>
        <source>Seal labels</source>
        <translation>样品封条</translation>
    </message>
    <message>
        <source>Discard the draw…</source>
        <translation>放弃此次抽取…</translation>
    </message>
    <message>
        <source>Redone with this seed: the same units.</source>
        <translation>已用此种子复核：结果一致。</translation>
    </message>
    <message>
        <source>Lot or plan were changed after the draw. Put them right, or discard the draw with its reason and draw again.</source>
        <translation>抽取后改动了抽样基数或方案。请改回，或写明原因放弃此次抽取后重抽。</translation>
    </message>
    <message>
        <source>Discard the draw</source>
        <translation>放弃此次抽取</translation>
    </message>
    <message>
        <source>The draw and its reason stay in the journal. Then draw again.</source>
        <translation>此次抽取及其原因留存在操作记录中，然后可以重抽。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Draw</source>
        <translation>绘图</translation>
    </message>
    <message>
        <source>Draw on the photo</source>
        <translation>在照片上标注</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>签名</translation>
    </message>
</context>
<context>
    <name>DriveChoice</name>
    <message>
        <source>{size} free</source>
        <translation>可用 {size}</translation>
    </message>
    <message>
        <source>Plug a stick in and it shows here by itself.</source>
        <translation>插入U盘后这里会自动显示。</translation>
    </message>
</context>
<context>
    <name>DropQuestion</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>(no answer)</source>
        <translation>（不作答）</translation>
    </message>
</context>
<context>
    <name>DueChip</name>
    <message>
        <source>{words} (clock?)</source>
        <translation>{words}（时钟存疑）</translation>
    </message>
    <message>
        <source>{day}: this computer's clock contradicts what it has recorded, so the days left may be wrong. Check date and time first.</source>
        <translation>{day}：本机时钟与已有记录矛盾，剩余天数可能不准。请先核对本机日期和时间。</translation>
    </message>
    <message>
        <source>{time} overdue</source>
        <translation>已超 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message>
        <source>All have signed</source>
        <translation>均已签名</translation>
    </message>
    <message>
        <source>It carries the seal alone</source>
        <translation>本文书只盖章，不需要签名</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) still missing</source>
        <translation>
            <numerusform>还差 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Put right what stands on the list.</source>
        <translation>请把清单上的各项改好。</translation>
    </message>
    <message numerus="yes">
        <source>All have signed; %n thing(s) still missing</source>
        <translation>
            <numerusform>均已签名，还差 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Put right what stands on the list. What is changed must be signed again.</source>
        <translation>请按清单逐项改好。内容有改动的，须重新签名。</translation>
    </message>
    <message>
        <source>Next the page is shown with the number it will take. Nothing is taken yet.</source>
        <translation>下一步显示将要打印的页面和拟用文号，此时尚未占用文号。</translation>
    </message>
    <message>
        <source>The record becomes read-only and its pages are kept as they are now.</source>
        <translation>完成后记录不可再改，页面按现在的样子留存。</translation>
    </message>
    <message>
        <source>Go on to issue</source>
        <translation>去发出文书</translation>
    </message>
    <message>
        <source>Finish the record</source>
        <translation>完成记录</translation>
    </message>
    <message>
        <source>This document is issued</source>
        <translation>此文书已发出</translation>
    </message>
    <message>
        <source>This paper was withdrawn</source>
        <translation>此件已作废</translation>
    </message>
    <message>
        <source>This record is finished</source>
        <translation>此记录已完成</translation>
    </message>
    <message>
        <source>Its pages are kept and can no longer be changed.</source>
        <translation>页面已留存，不可再改。</translation>
    </message>
</context>
<context>
    <name>EnterpriseDialog</name>
    <message>
        <source>Identity of the enterprise</source>
        <translation>企业主体信息</translation>
    </message>
    <message>
        <source>Add an enterprise</source>
        <translation>登记企业</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Legal rep.</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>证照名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>变更原因</translation>
    </message>
    <message>
        <source>The enterprise was renamed: the earlier name is kept</source>
        <translation>企业更名：保留曾用名</translation>
    </message>
    <message>
        <source>It was written wrongly: the mistake is corrected</source>
        <translation>原来写错：仅作更正</translation>
    </message>
    <message>
        <source>Open the known one</source>
        <translation>打开已登记的</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Both check digits verified</source>
        <translation>两处校验码均已核对</translation>
    </message>
    <message>
        <source>18 characters, as on the licence</source>
        <translation>18 位，与证照一致</translation>
    </message>
</context>
<context>
    <name>EnterpriseRows</name>
    <message>
        <source>High risk</source>
        <translation>高风险</translation>
    </message>
    <message>
        <source>Medium risk</source>
        <translation>中风险</translation>
    </message>
    <message>
        <source>Low risk</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未发现问题</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>发现问题 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnterpriseScreen</name>
    <message>
        <source>Start a matter</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>约谈</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概况</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>检查记录</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Open findings</source>
        <translation>未关闭问题</translation>
    </message>
    <message>
        <source>Nothing is open here</source>
        <translation>没有未关闭的问题</translation>
    </message>
    <message>
        <source>No special equipment is registered here</source>
        <translation>未登记特种设备</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>作业人员</translation>
    </message>
    <message>
        <source>No operator with a certificate is known</source>
        <translation>没有登记持证的作业人员</translation>
    </message>
    <message>
        <source>No product is registered here</source>
        <translation>未登记产品</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历次检查</translation>
    </message>
    <message>
        <source>No visit is on record</source>
        <translation>没有检查记录</translation>
    </message>
    <message>
        <source>No document was issued to this enterprise</source>
        <translation>未向此企业发出文书</translation>
    </message>
    <message>
        <source>The identity was changed</source>
        <translation>主体信息已修改</translation>
    </message>
    <message>
        <source>The decision on the key unit was kept</source>
        <translation>重点单位认定已保存</translation>
    </message>
    <message>
        <source>The two rows are one</source>
        <translation>两条登记已合并</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
</context>
<context>
    <name>EquipmentFilters</name>
    <message>
        <source>Find equipment</source>
        <translation>查找设备</translation>
    </message>
    <message>
        <source>Name, place, maker or number</source>
        <translation>名称、地点、制造单位或编号开头</translation>
    </message>
    <message>
        <source>Kind of equipment</source>
        <translation>设备种类</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部种类</translation>
    </message>
    <message>
        <source>Next test</source>
        <translation>下次检验</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>使用状态</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>状态不限</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>作业人员</translation>
    </message>
    <message>
        <source>Any test date</source>
        <translation>检验日期不限</translation>
    </message>
    <message>
        <source>Test lapsed</source>
        <translation>检验已超期</translation>
    </message>
    <message numerus="yes">
        <source>Due within %n day(s)</source>
        <translation>
            <numerusform>%n 天内到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Any operators</source>
        <translation>不限作业人员</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>执法证已过期</translation>
    </message>
    <message numerus="yes">
        <source>Expires within %n day(s)</source>
        <translation>
            <numerusform>证件%n日内到期</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: show everything</source>
        <translation>{what}：显示全部</translation>
    </message>
</context>
<context>
    <name>EquipmentList</name>
    <message>
        <source>Import special equipment: {file}</source>
        <translation>导入特种设备台账：{file}</translation>
    </message>
    <message>
        <source>Rows left out because the equipment was changed meanwhile: {count}. Import the list again to see them.</source>
        <translation>因设备信息在比对后又有改动，未导入{count}行。请重新导入台账查看。</translation>
    </message>
    <message>
        <source>Equipment code</source>
        <translation>设备代码</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>使用登记证编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>使用地点</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>制造单位</translation>
    </message>
    <message>
        <source>Maintenance unit</source>
        <translation>维保单位</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>上次检验</translation>
    </message>
    <message>
        <source>Next test</source>
        <translation>下次检验日期</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Key unit</source>
        <translation>重点单位</translation>
    </message>
    <message>
        <source>Another unit uses it</source>
        <translation>使用单位变更</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>To be resolved</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Wrong, left out</source>
        <translation>有误，不导入</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) of this kind</source>
        <translation>
            <numerusform>还有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out for now</source>
        <translation>暂不导入</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已核实</translation>
    </message>
</context>
<context>
    <name>EquipmentPage</name>
    <message>
        <source>Shares of the yearly plan</source>
        <translation>年度计划比例</translation>
    </message>
    <message>
        <source>How much special equipment is to be checked in a year. Part of what the program came with is general knowledge; compare it with your bureau's paper and write down what holds for you. The plan is counted by it at once, and every change stays in the journal.</source>
        <translation>每年应抽查的特种设备比例。程序自带的数值有一部分是一般知识，请对照本局文件核定后填写。保存后年度计划立即按新值计算，每次改动都记入日志。</translation>
    </message>
    <message>
        <source>{name}, {share} %</source>
        <translation>{name}，{share}%</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>自{day}起</translation>
    </message>
    <message>
        <source>The bureau's own</source>
        <translation>本局核定</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>待核定</translation>
    </message>
    <message>
        <source>As supplied</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>The share was changed</source>
        <translation>比例已更改</translation>
    </message>
</context>
<context>
    <name>EquipmentScreen</name>
    <message>
        <source>Import equipment…</source>
        <translation>导入台账…</translation>
    </message>
    <message>
        <source>Import operators…</source>
        <translation>导入作业人员…</translation>
    </message>
    <message>
        <source>Add equipment</source>
        <translation>添加设备</translation>
    </message>
    <message>
        <source>Special equipment</source>
        <translation>特种设备</translation>
    </message>
    <message>
        <source>No equipment fits what is chosen above</source>
        <translation>没有符合条件的设备</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>No equipment is registered yet. Import the bureau's list or add one.</source>
        <translation>还没有登记特种设备，可以导入本局台账或逐台添加。</translation>
    </message>
    <message>
        <source>the newest {count} of those that fit: write more to narrow them</source>
        <translation>符合的较多，只列最新的{count}台；多输几位可缩小范围</translation>
    </message>
    <message>
        <source>more than {count} pieces, the next test first</source>
        <translation>超过 {count} 台，按下次检验日期排列</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s), the next test first</source>
        <translation>
            <numerusform>%n 台，按下次检验日期排列</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists ({patterns})</source>
        <translation>台账（{patterns}）</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>选择台账</translation>
    </message>
</context>
<context>
    <name>EscalateDialog</name>
    <message>
        <source>Take it on</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Write why it is taken on.</source>
        <translation>请写明转办的理由。</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>选择照片</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export: {form}</source>
        <translation>导出：{form}</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Finished and issued</source>
        <translation>已完成和已发出</translation>
    </message>
    <message>
        <source>All, drafts too</source>
        <translation>全部，含草稿</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) written</source>
        <translation>
            <numerusform>已写出 %n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s), of {versions} version(s) of the form</source>
        <translation>
            <numerusform>%n 条记录，涉及表单的 {versions} 个版本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message>
        <source>What is written is not encrypted: keep it as you keep the papers.</source>
        <translation>导出的文件没有加密，请像纸质文书一样保管。</translation>
    </message>
    <message>
        <source>Choose the place…</source>
        <translation>选择位置…</translation>
    </message>
    <message>
        <source>Being stopped…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Stopped; no file was left behind.</source>
        <translation>已停止，没有留下文件。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>The export is written</source>
        <translation>已导出</translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>Extend or suspend the deadline</source>
        <translation>延长或中止期限</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>个工作日</translation>
    </message>
    <message>
        <source>calendar days</source>
        <translation>日（自然日）</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>What</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>By how many</source>
        <translation>延长多少</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>计算单位</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Leave it empty while the end is not known</source>
        <translation>截止日尚不确定的，留空</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>依据条款</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What the party asked for in writing, and why it was granted</source>
        <translation>当事人书面申请了什么、为什么同意</translation>
    </message>
    <message>
        <source>Prepare the notice</source>
        <translation>起草延期整改告知书</translation>
    </message>
    <message>
        <source>Keep the new deadline</source>
        <translation>保存新期限</translation>
    </message>
    <message>
        <source>These days cannot be: the last lies before the first.</source>
        <translation>日期不对：截止日早于起始日。</translation>
    </message>
    <message>
        <source>stands still until the suspension is ended</source>
        <translation>中止期间不计，恢复后继续计算</translation>
    </message>
    <message>
        <source>Deadline now</source>
        <translation>现期限</translation>
    </message>
    <message>
        <source>New deadline</source>
        <translation>新期限</translation>
    </message>
    <message>
        <source>asked for after the deadline had passed</source>
        <translation>原期限届满后才批准</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>计算方法</translation>
    </message>
    <message>
        <source>What the law says</source>
        <translation>法定延长</translation>
    </message>
    <message>
        <source>{first} to {last} do not count and are added at the end</source>
        <translation>{first}至{last}不计入，顺延至期末</translation>
    </message>
    <message>
        <source>Write a number of days.</source>
        <translation>请填写天数。</translation>
    </message>
    <message>
        <source>Write the day as 2026-09-30.</source>
        <translation>日期请写成 2026-09-30。</translation>
    </message>
    <message>
        <source>Name the article.</source>
        <translation>请写明依据的条款。</translation>
    </message>
    <message>
        <source>Name who approved it.</source>
        <translation>请写明批准人。</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>请写明理由。</translation>
    </message>
</context>
<context>
    <name>FetchedQuestion</name>
    <message>
        <source>Nothing was added</source>
        <translation>没有内容</translation>
    </message>
</context>
<context>
    <name>FileQuestion</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>取下</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选文件</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Workbooks of forms ({patterns})</source>
        <translation>表单工作簿 ({patterns})</translation>
    </message>
    <message>
        <source>Open a workbook</source>
        <translation>打开工作簿</translation>
    </message>
    <message>
        <source>A new form</source>
        <translation>新表单</translation>
    </message>
    <message>
        <source>new form</source>
        <translation>新表单</translation>
    </message>
    <message>
        <source>Change a form</source>
        <translation>修改表单</translation>
    </message>
    <message>
        <source>{name} with errors</source>
        <translation>{name}（标错）</translation>
    </message>
    <message>
        <source>Write them into a copy</source>
        <translation>写进副本</translation>
    </message>
    <message>
        <source>The copy may not replace the workbook</source>
        <translation>副本不能覆盖原工作簿</translation>
    </message>
    <message>
        <source>Choose another name; nothing was written.</source>
        <translation>请换一个文件名；没有写出任何内容。</translation>
    </message>
    <message>
        <source>No program here opens {name}</source>
        <translation>本机没有能打开 {name} 的程序</translation>
    </message>
    <message>
        <source>Open it yourself from {folder}; this page follows what you save.</source>
        <translation>请到 {folder} 自行打开；保存后本页会跟着更新。</translation>
    </message>
    <message>
        <source>The copy is written</source>
        <translation>副本已写出</translation>
    </message>
    <message>
        <source>{path}: the first sheet lists every error.</source>
        <translation>{path}：第一张工作表列出全部错误。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Workbook ({patterns})</source>
        <translation>工作簿 ({patterns})</translation>
    </message>
</context>
<context>
    <name>FillContext</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Withdraw this paper…</source>
        <translation>作废此件…</translation>
    </message>
    <message>
        <source>How to check</source>
        <translation>检查方法</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条文</translation>
    </message>
    <message>
        <source>Inspected unit</source>
        <translation>被检查单位</translation>
    </message>
    <message>
        <source>Left open last time</source>
        <translation>上次检查遗留</translation>
    </message>
    <message>
        <source>Not in the register</source>
        <translation>未登记的单位</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>QA officer</source>
        <translation>质量负责人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Risk class</source>
        <translation>风险等级</translation>
    </message>
    <message>
        <source>Next test</source>
        <translation>下次检验</translation>
    </message>
    <message numerus="yes">
        <source>%n more on the card</source>
        <translation>
            <numerusform>另 %n 项见企业档案</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is open from earlier visits.</source>
        <translation>历次检查没有遗留问题。</translation>
    </message>
    <message>
        <source>put right, closed on {day}</source>
        <translation>已整改，{day}复查关闭</translation>
    </message>
    <message>
        <source>to be rectified by {day}</source>
        <translation>整改期限 {day}</translation>
    </message>
    <message>
        <source>The same problem again: say so in what was seen</source>
        <translation>同一问题再次出现，请在事实中写明</translation>
    </message>
    <message>
        <source>was to be rectified by {day}</source>
        <translation>整改期限 {day}，已逾期</translation>
    </message>
    <message>
        <source>{article} · penalty</source>
        <translation>{article} 罚则</translation>
    </message>
</context>
<context>
    <name>FillFoot</name>
    <message>
        <source>Finish the check</source>
        <translation>完成检查</translation>
    </message>
    <message>
        <source>General</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一节</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一节</translation>
    </message>
    <message>
        <source>Check and sign</source>
        <translation>核对与签名</translation>
    </message>
    <message>
        <source>This paper is closed and is only shown.</source>
        <translation>此件已办结，仅供查看。</translation>
    </message>
    <message>
        <source>Enter next item · {choices}</source>
        <translation>Enter 下一项·{choices}</translation>
    </message>
    <message>
        <source>Enter next item · F8 next open</source>
        <translation>Enter 下一项·F8 下一处未答</translation>
    </message>
</context>
<context>
    <name>FillFrame</name>
    <message>
        <source>Beside the form</source>
        <translation>参考资料</translation>
    </message>
</context>
<context>
    <name>FillHead</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Preview the record</source>
        <translation>检查记录预览</translation>
    </message>
    <message>
        <source>Answered {answered} / {asked}</source>
        <translation>已答 {answered} / {asked}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview the document</source>
        <translation>文书预览</translation>
    </message>
</context>
<context>
    <name>FillLimits</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Is it {time} now?</source>
        <translation>现在是 {time} 吗？</translation>
    </message>
    <message>
        <source>This computer's clock contradicts itself. Every day this paper counts, and the day it bears, may be wrong: check date and time first.</source>
        <translation>本机时钟前后矛盾，本件计算的各项期限和落款日期都可能有误，请先核对日期和时间。</translation>
    </message>
    <message>
        <source>No background recording</source>
        <translation>不做后台录音</translation>
    </message>
    <message>
        <source>This form asks for it; nothing is being recorded. Tell those present, then record with a sound question or add a file.</source>
        <translation>本表单要求后台录音，本程序不做，现在没有录音。确需录音的，先告知在场人员，再用录音题录制或附上文件。</translation>
    </message>
</context>
<context>
    <name>FillOutline</name>
    <message>
        <source>Outline</source>
        <translation>检查提纲</translation>
    </message>
    <message>
        <source>F8 goes to the next open question</source>
        <translation>F8 跳到下一处未答</translation>
    </message>
    <message>
        <source>Fail {count}</source>
        <translation>不合格 {count}</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>未答 {count}</translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>已全部作答</translation>
    </message>
    <message>
        <source>General</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>{title}, {answered} of {asked} answered</source>
        <translation>{title}，已答 {answered} 共 {asked}</translation>
    </message>
    <message numerus="yes">
        <source>{title}, %n fail(s), {answered} of {asked} answered</source>
        <translation>
            <numerusform>{title}，不合格 %n 项，已答 {answered} 共 {asked}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FillScreen</name>
    <message>
        <source>A row was removed.</source>
        <translation>已移除一行。</translation>
    </message>
    <message>
        <source>A photo was taken off.</source>
        <translation>已移除一张照片。</translation>
    </message>
</context>
<context>
    <name>FindingDetail</name>
    <message>
        <source>What happened to this finding</source>
        <translation>问题办理经过</translation>
    </message>
    <message>
        <source>Open the notice</source>
        <translation>打开通知书</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Order it put right</source>
        <translation>去责令改正</translation>
    </message>
    <message>
        <source>Report received</source>
        <translation>收到整改报告</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Extend or suspend</source>
        <translation>延期或中止</translation>
    </message>
    <message>
        <source>End the suspension</source>
        <translation>恢复计算</translation>
    </message>
    <message>
        <source>Take it on</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Cite on the spot</source>
        <translation>当场处罚</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Take back {step}</source>
        <translation>撤回{step}</translation>
    </message>
    <message>
        <source>provisional: that year's calendar is not published yet</source>
        <translation>暂定：该年节假日安排尚未公布</translation>
    </message>
    <message>
        <source>report of {day}, in time</source>
        <translation>{day} 收到整改报告，按期</translation>
    </message>
    <message>
        <source>report of {day}, late</source>
        <translation>{day} 收到整改报告，逾期</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>处理措施</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>处罚</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Deadline after</source>
        <translation>期限依据</translation>
    </message>
    <message>
        <source>Re-check by</source>
        <translation>复查期限</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>计算方法</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>整改报告</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>报告来源</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>发现日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>handed in by the enterprise on {day} ({name}), %n photos</source>
        <translation>
            <numerusform>企业于{day}在线提交（{name}），照片 %n 张</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingEditor</name>
    <message>
        <source>This is not a date; write it as year-month-day.</source>
        <translation>日期不正确，请按“年-月-日”填写。</translation>
    </message>
</context>
<context>
    <name>FindingForm</name>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Choose a measure</source>
        <translation>选择处理措施</translation>
    </message>
    <message>
        <source>Cite on the spot</source>
        <translation>当场处罚</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>所见事实</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>处理措施</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>处罚</translation>
    </message>
</context>
<context>
    <name>FindingPair</name>
    <message>
        <source>no photo</source>
        <translation>没有照片</translation>
    </message>
    <message>
        <source>to be taken</source>
        <translation>待拍</translation>
    </message>
    <message>
        <source>Take one as put right</source>
        <translation>拍整改后照片</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>Lay over</source>
        <translation>叠加对比</translation>
    </message>
    <message>
        <source>Photo before</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>改正前</translation>
    </message>
    <message>
        <source>As put right</source>
        <translation>改正后</translation>
    </message>
    <message>
        <source>Handed in by the enterprise</source>
        <translation>企业提交</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片（{patterns}）</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>选择照片</translation>
    </message>
</context>
<context>
    <name>FindingPhotos</name>
    <message>
        <source>Add a caption</source>
        <translation>写拍摄说明</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>pasted.png</source>
        <translation>粘贴的图片.png</translation>
    </message>
</context>
<context>
    <name>FollowUpActs</name>
    <message>
        <source>Settled</source>
        <translation>待办已办结</translation>
    </message>
    <message>
        <source>Set down as not needed</source>
        <translation>已登记为不需要</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>FollowUpCard</name>
    <message>
        <source>Begin a period…</source>
        <translation>登记一项期限…</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Done {day}</source>
        <translation>已办 {day}</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>No day</source>
        <translation>期限中止</translation>
    </message>
</context>
<context>
    <name>FormsPage</name>
    <message>
        <source>Open a workbook</source>
        <translation>打开工作簿</translation>
    </message>
    <message>
        <source>Change a form…</source>
        <translation>修改表单…</translation>
    </message>
    <message>
        <source>Begin a new form</source>
        <translation>新建表单</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>A form is a workbook: open it to see what is wrong with it, fill it in to try it, and see the page it prints. Drafts stay on the version they were begun with until somebody moves them.</source>
        <translation>一张表单就是一个工作簿：打开后可以查看错误、试填，并看到打印的纸面。草稿一直用开始时的版本，直到有人把它移到新版本。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Document with a number</source>
        <translation>有文号的文书</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>published by the bureau ({name})</source>
        <translation>本局统一发布（{name}）</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>needs a newer program; until then the earlier one is used</source>
        <translation>需要更新程序后才能使用，在此之前沿用原版本</translation>
    </message>
</context>
<context>
    <name>GridHead</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Correct a hand-over</source>
        <translation>更正一次交接</translation>
    </message>
    <message>
        <source>Write down a hand-over</source>
        <translation>登记交接</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>交接情形</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>交出人</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>封条</translation>
    </message>
    <message>
        <source>Result expected by</source>
        <translation>应出结果</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>The line as it was written stays in the chain, marked as corrected.</source>
        <translation>原来那一条仍留在交接记录里，标为已更正。</translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation>更正原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Write the day and the time.</source>
        <translation>请填写日期和时间。</translation>
    </message>
</context>
<context>
    <name>HandedCard</name>
    <message>
        <source>Handed over</source>
        <translation>已移交</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>This computer's data</source>
        <translation>本机健康</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message numerus="yes">
        <source>%n unaccounted for</source>
        <translation>
            <numerusform>%n 个号码无着落</numerusform>
        </translation>
    </message>
    <message>
        <source>all accounted for</source>
        <translation>全部有着落</translation>
    </message>
    <message>
        <source>Journal entries</source>
        <translation>记录条数</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>可用磁盘</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>Document numbers</source>
        <translation>文书编号</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>全面检查</translation>
    </message>
    <message>
        <source>This computer's data</source>
        <translation>本机数据</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>Journal entries</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>可用磁盘</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚未备份</translation>
    </message>
    <message>
        <source>Document numbers</source>
        <translation>文书文号</translation>
    </message>
    <message numerus="yes">
        <source>%n unaccounted for</source>
        <translation>
            <numerusform>%n 个去向不明</numerusform>
        </translation>
    </message>
    <message>
        <source>all accounted for</source>
        <translation>全部有据可查</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>数据位置</translation>
    </message>
    <message>
        <source>A copy is being made and verified…</source>
        <translation>正在备份并核验…</translation>
    </message>
    <message>
        <source>The copy is made and verified.</source>
        <translation>备份已完成并核验无误。</translation>
    </message>
    <message>
        <source>Everything is being checked; you can go on working meanwhile…</source>
        <translation>正在全面检查，可以继续工作…</translation>
    </message>
    <message>
        <source>Everything is whole: {operations} journal entries, {blobs} files and {documents} issued documents were checked.</source>
        <translation>数据完整：已检查 {operations} 条操作记录、{blobs} 个文件、{documents} 份已发出文书。</translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message numerus="yes">
        <source>%n item(s) held back</source>
        <translation>
            <numerusform>隔离 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The content is kept in full.</source>
        <translation>内容已完整保存。</translation>
    </message>
</context>
<context>
    <name>HubPage</name>
    <message>
        <source>Connected to the bureau</source>
        <translation>已连接局端</translation>
    </message>
    <message>
        <source>Show what has arrived</source>
        <translation>查看同步情况</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>注册码</translation>
    </message>
    <message>
        <source>Certificate fingerprint</source>
        <translation>证书指纹</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>本机名称</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Scan the bureau's code</source>
        <translation>扫描局里的二维码</translation>
    </message>
    <message>
        <source>The bureau gives a code for each inspector. Scan it, or type its three parts; the key of this computer is made here and never leaves it.</source>
        <translation>局里给每名检查员一个注册码。扫描它，或者依次填写三项；本机密钥在本机生成，从不外传。</translation>
    </message>
    <message>
        <source>64 signs as the bureau gave them; empty for a public certificate.</source>
        <translation>按局里给的 64 位填写；使用公共证书时留空。</translation>
    </message>
    <message>
        <source>Connect to the bureau</source>
        <translation>连接局端</translation>
    </message>
    <message>
        <source>Enrolled for</source>
        <translation>登记人员</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>辖区代码</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>public</source>
        <translation>公共证书</translation>
    </message>
    <message>
        <source>Asking the bureau…</source>
        <translation>正在联系局端…</translation>
    </message>
    <message>
        <source>Nobody this computer knows vouches for the server. Compare each sign with the sheet from the bureau, and go on only if all are the same:

{shown}</source>
        <translation>本机信任的机构都没有为这台服务器作证。请与局里发的单子逐位核对，完全一致才继续：

{shown}</translation>
    </message>
    <message>
        <source>Is this the bureau's certificate?</source>
        <translation>这是局里的证书吗？</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>完全一致</translation>
    </message>
    <message>
        <source>{fact}. {sentence}</source>
        <translation>{fact}。{sentence}</translation>
    </message>
</context>
<context>
    <name>IdentityCard</name>
    <message>
        <source>Identity</source>
        <translation>主体信息</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Both check digits verified</source>
        <translation>两处校验码均已核对</translation>
    </message>
    <message>
        <source>Chief quality officer</source>
        <translation>首席质量官任命</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Legal rep.</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Quality officer</source>
        <translation>质量负责人</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记注册</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Earlier names</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Key unit…</source>
        <translation>重点单位…</translation>
    </message>
    <message>
        <source>Merge with another row…</source>
        <translation>与另一条登记合并…</translation>
    </message>
    <message>
        <source>Key unit</source>
        <translation>重点单位</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>“{word}” suggests it</source>
        <translation>名称或行业含“{word}”，疑似重点单位</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未认定</translation>
    </message>
</context>
<context>
    <name>InspectorRow</name>
    <message>
        <source>Signed</source>
        <translation>已签</translation>
    </message>
</context>
<context>
    <name>IssuePanel</name>
    <message>
        <source>Copies and seal</source>
        <translation>份数与用印</translation>
    </message>
    <message>
        <source>Back to review</source>
        <translation>返回核对</translation>
    </message>
    <message>
        <source>To be issued·final afterwards</source>
        <translation>待发出·发出后不可再改</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Way of service</source>
        <translation>送达方式</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) in all</source>
        <translation>
            <numerusform>一式 %n 份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Seal labels</source>
        <translation>样品封条</translation>
    </message>
    <message>
        <source>one a sample</source>
        <translation>每份样品一张</translation>
    </message>
    <message>
        <source>Seal of the bureau</source>
        <translation>加盖机关印章</translation>
    </message>
    <message>
        <source>pressed on after printing</source>
        <translation>打印后当场加盖</translation>
    </message>
    <message>
        <source>From this computer's block {first} to {last}·{left} left afterwards</source>
        <translation>取自本机号段 {first}—{last}·发出后余 {left}</translation>
    </message>
    <message>
        <source>Issue, then save the PDF</source>
        <translation>发出并存为 PDF</translation>
    </message>
    <message numerus="yes">
        <source>Issue and print %n copy(s)</source>
        <translation>
            <numerusform>发出并打印 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Takes number {number}, freezes the page and makes its code</source>
        <translation>占用文号 {number}，固定页面并生成核验码</translation>
    </message>
    <message>
        <source>No number is taken before this button is pressed</source>
        <translation>发出之前不占用文号</translation>
    </message>
</context>
<context>
    <name>IssueScreen</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Issue the document</source>
        <translation>发出文书</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) must be put right first</source>
        <translation>
            <numerusform>须先改好 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed, signed by {names}</source>
        <translation>
            <numerusform>%n 项核对通过，{names}已签名</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This document is issued: {number}</source>
        <translation>此文书已发出：{number}</translation>
    </message>
    <message>
        <source>Open its card</source>
        <translation>打开文书</translation>
    </message>
    <message>
        <source>Is it {time} now?</source>
        <translation>现在是 {time} 吗？</translation>
    </message>
    <message>
        <source>This computer's clock contradicts itself; the page bears its date.</source>
        <translation>本机时钟前后矛盾，而纸面要写日期。</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>去核对</translation>
    </message>
    <message>
        <source>Label {number}</source>
        <translation>封条 {number}</translation>
    </message>
    <message>
        <source>The page could not be made; nothing was taken</source>
        <translation>页面未能生成，未占用文号</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>打开此件</translation>
    </message>
    <message>
        <source>Back to review</source>
        <translation>返回核对</translation>
    </message>
</context>
<context>
    <name>JudgeDialog</name>
    <message>
        <source>By the figures: {verdict}</source>
        <translation>按数据计算：{verdict}</translation>
    </message>
    <message>
        <source>By the figures</source>
        <translation>按数据</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>单项判定</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>较重</translation>
    </message>
    <message>
        <source>Grave</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>The figures say otherwise: write why you judge so.</source>
        <translation>按数据计算的结论不同：请写明为什么这样判定。</translation>
    </message>
</context>
<context>
    <name>KeyUnitDialog</name>
    <message>
        <source>Key unit</source>
        <translation>重点单位</translation>
    </message>
    <message>
        <source>Not one</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>未认定</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>认定</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The bureau's list it stands on, an accident within two years, complaints …</source>
        <translation>所列名录、两年内发生过事故、举报投诉较多等</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose what it is.</source>
        <translation>请选择认定结果。</translation>
    </message>
    <message>
        <source>Write why; it is kept.</source>
        <translation>请写明理由，理由会一并留存。</translation>
    </message>
    <message>
        <source>Tick the units the decision is about.</source>
        <translation>请勾选本次认定的单位。</translation>
    </message>
    <message>
        <source>The names or industries of these units have words of a key unit. That is only a suggestion: tick those the decision is about.</source>
        <translation>这些单位的名称或行业含有重点单位的字样，仅作提示。请勾选本次认定的单位。</translation>
    </message>
    <message>
        <source>{name}: the word “{word}” suggests a key unit.</source>
        <translation>{name}：名称或行业含“{word}”，疑似重点单位。</translation>
    </message>
</context>
<context>
    <name>LabelMedia</name>
    <message>
        <source>Picture of {choice}</source>
        <translation>选项“{choice}”的图片</translation>
    </message>
    <message>
        <source>Picture of the question</source>
        <translation>题目的图片</translation>
    </message>
    <message>
        <source>The sound {name} is not in the form.</source>
        <translation>表单里没有附带录音 {name}。</translation>
    </message>
    <message>
        <source>The film {name} is not in the form.</source>
        <translation>表单里没有附带视频 {name}。</translation>
    </message>
    <message>
        <source>The picture {name} is not in the form.</source>
        <translation>表单里没有附带图片 {name}。</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Watch the film</source>
        <translation>观看视频</translation>
    </message>
</context>
<context>
    <name>LawChooser</name>
    <message>
        <source>Choose the legal basis</source>
        <translation>选择法律依据</translation>
    </message>
    <message>
        <source>Search the law library</source>
        <translation>检索法规库</translation>
    </message>
    <message>
        <source>Name of the law, number of the article, or words in it</source>
        <translation>法规名称、条号或条文中的字词</translation>
    </message>
    <message>
        <source>Articles found</source>
        <translation>检索到的条文</translation>
    </message>
    <message>
        <source>No article in force has these words. Try fewer or others.</source>
        <translation>现行有效的条文中没有这些字词，请减少或更换字词。</translation>
    </message>
    <message>
        <source>Take this article</source>
        <translation>采用此条</translation>
    </message>
</context>
<context>
    <name>LawPage</name>
    <message>
        <source>Find an article</source>
        <translation>检索条文</translation>
    </message>
    <message>
        <source>Name of the law, number of the article, or words of it</source>
        <translation>法规名称、条号或条文中的字词</translation>
    </message>
    <message>
        <source>Articles of law</source>
        <translation>法规条文</translation>
    </message>
    <message>
        <source>No article has these words</source>
        <translation>没有含这些字词的条文</translation>
    </message>
    <message>
        <source>Corrections are the bureau's own; papers from now on quote them, issued ones stay. An article marked not citable is never put on a paper.</source>
        <translation>更正由本局负责：以后的文书按更正后的内容引用，已发出的不变。标为“不可引用”的条文不会写入文书。</translation>
    </message>
    <message>
        <source>Not citable</source>
        <translation>不可引用</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>无条文内容</translation>
    </message>
</context>
<context>
    <name>LawQuote</name>
    <message>
        <source>Change</source>
        <translation>换一条</translation>
    </message>
    <message>
        <source>No article chosen</source>
        <translation>尚未选择条文</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>Take in lines: {file}</source>
        <translation>导入检验项目：{file}</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>文件里的项目</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to put right in the file first</source>
        <translation>
            <numerusform>请先在文件里改正%n处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), judged as below</source>
        <translation>
            <numerusform>%n个项目，判定如下</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was taken over.</source>
        <translation>什么都没有导入。</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>The list is being compared…</source>
        <translation>正在与登记簿比对……</translation>
    </message>
    <message>
        <source>What the list would change</source>
        <translation>台账将带来的变动</translation>
    </message>
    <message>
        <source>Choose what holds</source>
        <translation>请选择以哪个为准</translation>
    </message>
    <message>
        <source>Save what stays out…</source>
        <translation>保存未导入清单…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Columns that are not taken over: {names}</source>
        <translation>不导入的列：{names}</translation>
    </message>
    <message>
        <source>New {count}</source>
        <translation>新增 {count}</translation>
    </message>
    <message>
        <source>Changed {count}</source>
        <translation>变更 {count}</translation>
    </message>
    <message>
        <source>As before {count}</source>
        <translation>相同 {count}</translation>
    </message>
    <message>
        <source>Doubtful rows {count}</source>
        <translation>待核行 {count}</translation>
    </message>
    <message>
        <source>Wrong cells {count}</source>
        <translation>有误格 {count}</translation>
    </message>
    <message>
        <source>{file}, not taken over</source>
        <translation>{file}（未导入）</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存：{path}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Taken over: {new} new, {changed} changed, {same} as before.</source>
        <translation>已导入：新增{new}台，变更{changed}台，相同{same}台。</translation>
    </message>
    <message>
        <source>Units added: {count}.</source>
        <translation>新增单位{count}家。</translation>
    </message>
    <message>
        <source>Rows left out: {count}.</source>
        <translation>未导入{count}行。</translation>
    </message>
    <message>
        <source>Nothing was taken over.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>It could not be written to the end. Press the button again to go on.</source>
        <translation>未能全部写入。再按一次按钮即可接着导入。</translation>
    </message>
</context>
<context>
    <name>ListLeft</name>
    <message>
        <source>Not taken over</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In the cell</source>
        <translation>单元格内容</translation>
    </message>
    <message>
        <source>Why it stayed out</source>
        <translation>未导入的原因</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <translation>取消密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Whoever has this code and a copy of the data can read everything. Write it down, seal it in an envelope and keep it at the bureau; without it a lost password cannot be mended.</source>
        <translation>持有此码和数据副本的人可以读取全部内容。请抄录后装入信封密封，存放在局里；没有恢复码，忘记密码将无法补救。</translation>
    </message>
    <message>
        <source>Show the recovery code</source>
        <translation>显示恢复码</translation>
    </message>
    <message>
        <source>The data open only with the password.</source>
        <translation>须输入密码才能打开数据。</translation>
    </message>
    <message>
        <source>The key lies in this system's keyring; no password is asked.</source>
        <translation>密钥存放在系统密钥环中，无需输入密码。</translation>
    </message>
    <message>
        <source>The key lies in a file of yours; no password is asked.</source>
        <translation>密钥存放在本用户的文件中，无需输入密码。</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>至少 8 个字符。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>The password holds from the next start.</source>
        <translation>密码自下次启动起生效。</translation>
    </message>
    <message>
        <source>No password is asked any more.</source>
        <translation>以后无需输入密码。</translation>
    </message>
    <message>
        <source>That is not the present password.</source>
        <translation>当前密码不正确。</translation>
    </message>
    <message>
        <source>Fourteen groups of four; I, L, O and U never occur in it.</source>
        <translation>共 14 组，每组 4 位；不含 I、L、O、U。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LooksPage</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Papers are printed in Chinese whatever the screen shows.</source>
        <translation>无论界面用何种语言，文书一律以中文打印。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Xunjian</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>尚未登录</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>检查对象</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Rectify</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings and people</source>
        <translation>设置与人员</translation>
    </message>
    <message>
        <source>Hand over to {name}</source>
        <translation>交由{name}操作</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two rows of one enterprise</source>
        <translation>合并同一企业的两条登记</translation>
    </message>
    <message>
        <source>Both rows keep their records, documents and findings; from now on all of them are shown under the row that stands. It can be taken back.</source>
        <translation>两条登记的记录、文书和问题都原样保留，以后全部显示在保留的登记下。可以撤销。</translation>
    </message>
    <message>
        <source>The other row</source>
        <translation>另一条</translation>
    </message>
    <message>
        <source>The row that stands</source>
        <translation>保留哪一条</translation>
    </message>
    <message>
        <source>Why they are one</source>
        <translation>合并理由</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>They have different credit codes: make sure that they are one unit.</source>
        <translation>两条登记的信用代码不同：请先核实确为同一单位。</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Legal rep.</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Choose the other row.</source>
        <translation>请选择另一条登记。</translation>
    </message>
    <message>
        <source>Write why they are one.</source>
        <translation>请写明合并理由。</translation>
    </message>
</context>
<context>
    <name>MissingRow</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺项</translation>
    </message>
</context>
<context>
    <name>MonthQuestion</name>
    <message>
        <source>month {number}</source>
        <translation>{number} 月</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>(no answer)</source>
        <translation>（不作答）</translation>
    </message>
    <message>
        <source>{label}, month</source>
        <translation>{label}，月份</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Change a line</source>
        <translation>修改一行</translation>
    </message>
    <message>
        <source>Where a part of the batch is</source>
        <translation>登记产品去向</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>NamesByHand</name>
    <message>
        <source>Answers a new question may take</source>
        <translation>可改填到新问题的答案</translation>
    </message>
    <message>
        <source>Where a question only has another name now, choose it here.</source>
        <translation>有的问题只是换了名称，请在这里选对应的新问题。</translation>
    </message>
    <message>
        <source>Where the answer of “{question}” goes</source>
        <translation>“{question}”的答案改填到</translation>
    </message>
    <message>
        <source>Nowhere: it is dropped</source>
        <translation>不改填，舍去</translation>
    </message>
</context>
<context>
    <name>NavColumn</name>
    <message>
        <source>Screens</source>
        <translation>主导航</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>What follows</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>整批</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>样品交接</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>替代报告</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正原因</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>替代为</translation>
    </message>
    <message>
        <source>Re-check again</source>
        <translation>再次复查</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>告知日期</translation>
    </message>
    <message>
        <source>Objection until</source>
        <translation>异议截止</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>Re-test by</source>
        <translation>复检机构</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>There is nothing to choose from: the list is empty, or the answers above leave nothing of it.</source>
        <translation>没有可选的内容：列表为空，或者按前面的回答没有符合的项。</translation>
    </message>
    <message>
        <source>Clear the answer</source>
        <translation>清除回答</translation>
    </message>
</context>
<context>
    <name>NumberShared</name>
    <message>
        <source>This number stands on two papers</source>
        <translation>该文号用在了两份文书上</translation>
    </message>
    <message>
        <source>The other paper</source>
        <translation>另一份文书</translation>
    </message>
    <message>
        <source>Decided on {day}</source>
        <translation>{day} 决定</translation>
    </message>
    <message>
        <source>Decided on {day}: “{note}”</source>
        <translation>{day} 决定：“{note}”</translation>
    </message>
</context>
<context>
    <name>NumbersPage</name>
    <message>
        <source>Blocks of numbers</source>
        <translation>文号号段</translation>
    </message>
    <message>
        <source>Series word</source>
        <translation>文号用字</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>起始号</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>截止号</translation>
    </message>
    <message>
        <source>Take in this block</source>
        <translation>录入此号段</translation>
    </message>
    <message>
        <source>A block the bureau has given</source>
        <translation>录入局里分配的号段</translation>
    </message>
    <message>
        <source>{series} {year}: {first} to {last}</source>
        <translation>{series}〔{year}〕：{first}—{last}</translation>
    </message>
    <message>
        <source>next number {number}</source>
        <translation>下一个文号 {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>余 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Void one</source>
        <translation>作废一号</translation>
    </message>
    <message>
        <source>Void number {number} of {series}</source>
        <translation>作废{series} {number} 号</translation>
    </message>
    <message>
        <source>The number is never used again; it stands in the number ledger with your reason. This cannot be undone.</source>
        <translation>该号不再使用，连同原因记入文号台账，无法撤销。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Void the number</source>
        <translation>作废此号</translation>
    </message>
</context>
<context>
    <name>ObjectionDialog</name>
    <message>
        <source>Write down an objection</source>
        <translation>登记异议</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Raised by</source>
        <translation>异议人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Write a day up to today.</source>
        <translation>请填写今天或者以前的日期。</translation>
    </message>
    <message>
        <source>Write who objects.</source>
        <translation>请写明谁提出异议。</translation>
    </message>
    <message>
        <source>Write what is objected to.</source>
        <translation>请写明对什么有异议。</translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>Bureau name</source>
        <translation>机关名称</translation>
    </message>
    <message>
        <source>Number word</source>
        <translation>机关代字</translation>
    </message>
    <message>
        <source>Region code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Government</source>
        <translation>本级政府</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>管辖法院</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Fines paid to</source>
        <translation>罚款缴至</translation>
    </message>
    <message>
        <source>Bank and account, or channel</source>
        <translation>收款银行和账号，或者电子支付渠道</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机名称</translation>
    </message>
    <message>
        <source>Interview notice</source>
        <translation>约谈通知</translation>
    </message>
    <message>
        <source>Working days between the notice of an interview and the interview</source>
        <translation>约谈通知书送达与约谈之间至少相隔的工作日</translation>
    </message>
    <message>
        <source>Paper after hand-over</source>
        <translation>转办文书期限</translation>
    </message>
    <message>
        <source>Working days in which an interview notice or decision is issued for a finding that was taken on; no law counts them</source>
        <translation>问题转约谈、转当场处罚后，几个工作日内制发通知书或决定书；法律没有规定天数，由本局自定</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Keep</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>These words are printed on every paper from now on; issued ones stay.</source>
        <translation>以后的记录与文书按此打印，已发出的不变。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>OfficersScreen</name>
    <message>
        <source>Choose an enterprise</source>
        <translation>选择企业</translation>
    </message>
    <message>
        <source>Chief quality officers</source>
        <translation>首席质量官</translation>
    </message>
    <message>
        <source>No chief quality officer is registered</source>
        <translation>还没有登记首席质量官</translation>
    </message>
    <message numerus="yes">
        <source>%n in office</source>
        <translation>
            <numerusform>在任 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>In office</source>
        <translation>在任</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>recording {time}</source>
        <translation>录音 {time}</translation>
    </message>
</context>
<context>
    <name>OperatorDialog</name>
    <message>
        <source>Operator</source>
        <translation>作业人员</translation>
    </message>
    <message>
        <source>Add an operator</source>
        <translation>添加作业人员</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>新的人员</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Number on the certificate</source>
        <translation>作业人员证上的编号</translation>
    </message>
    <message>
        <source>Allowed work</source>
        <translation>作业项目</translation>
    </message>
    <message>
        <source>As on the certificate: N1, T, G1</source>
        <translation>照证书填写，如 N1、T、G1</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>48 months; the review is applied for one month before (TSG Z6001 art. 25)</source>
        <translation>有效期 48 个月，届满一个月前申请复审（TSG Z6001 第二十五条）</translation>
    </message>
    <message>
        <source>No longer works it</source>
        <translation>不再操作</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write the name as on the certificate.</source>
        <translation>请照证书填写姓名。</translation>
    </message>
</context>
<context>
    <name>OperatorList</name>
    <message>
        <source>Import operators: {file}</source>
        <translation>导入作业人员：{file}</translation>
    </message>
    <message>
        <source>Rows left out because the operator was changed meanwhile: {count}. Import the list again to see them.</source>
        <translation>{count}行因该人员信息在此期间已有改动而未导入，重新导入可再核对。</translation>
    </message>
    <message>
        <source>Valid until {day}</source>
        <translation>有效期至{day}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书编号</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Allowed work</source>
        <translation>作业项目</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Now of another unit</source>
        <translation>改到另一单位</translation>
    </message>
    <message>
        <source>One more post</source>
        <translation>新增一处作业</translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>Origin and what was begun from it</source>
        <translation>来源与后续</translation>
    </message>
    <message>
        <source>this case came from it</source>
        <translation>本案由此而来</translation>
    </message>
    <message>
        <source>begun from this case</source>
        <translation>由本案开立</translation>
    </message>
</context>
<context>
    <name>OutlineList</name>
    <message>
        <source>Sections</source>
        <translation>检查提纲</translation>
    </message>
</context>
<context>
    <name>OwnTables</name>
    <message>
        <source>Tables the bureau may correct</source>
        <translation>本局可更正的表格</translation>
    </message>
    <message>
        <source>As supplied</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>Published by the bureau</source>
        <translation>本局统一发布</translation>
    </message>
    <message>
        <source>The bureau's own</source>
        <translation>本局自定</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) to be checked</source>
        <translation>
            <numerusform>%n 行待核对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>{table}: what the program came with holds again. Deadlines counted meanwhile keep their day.</source>
        <translation>{table}已恢复为随程序提供的内容；其间算定的期限日期不变。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the bureau's own</source>
        <translation>
            <numerusform>本局更正 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page as it will print</source>
        <translation>打印页面</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>PaperMedia</name>
    <message>
        <source>Not on this computer</source>
        <translation>不在本机</translation>
    </message>
    <message>
        <source>{count} KB</source>
        <translation>{count} KB</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>The page is being drawn…</source>
        <translation>正在生成页面…</translation>
    </message>
</context>
<context>
    <name>PdfSaver</name>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The PDF is saved</source>
        <translation>PDF 已存好</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Certificate {number}</source>
        <translation>执法证号 {number}</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>If present</source>
        <translation>到场时签</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>须重签</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重签</translation>
    </message>
    <message>
        <source>Second inspector</source>
        <translation>第二名检查人员</translation>
    </message>
    <message>
        <source>Choose from those on duty</source>
        <translation>从在岗人员中选择</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Inspectors</source>
        <translation>检查人员</translation>
    </message>
    <message>
        <source>Add an inspector</source>
        <translation>添加检查人员</translation>
    </message>
    <message>
        <source>Certificate {number}</source>
        <translation>执法证号 {number}</translation>
    </message>
    <message>
        <source>valid until {day}</source>
        <translation>有效期至 {day}</translation>
    </message>
    <message>
        <source>At the keyboard</source>
        <translation>当前登录</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>执法证已过期</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查人员</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>Begin a period</source>
        <translation>登记一项期限</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Number of the letter, name, what it is about</source>
        <translation>来文字号、姓名、事由</translation>
    </message>
    <message>
        <source>Type a word of it, of its law, or of what begins it</source>
        <translation>输入期限名称、法律名称或者起算事由里的字</translation>
    </message>
    <message>
        <source>Began on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How many days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>As the paper sets</source>
        <translation>按文书载明的填写</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>登记</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n日</numerusform>
        </translation>
    </message>
    <message>
        <source>It is on</source>
        <translation>事项举行（届满）日</translation>
    </message>
    <message>
        <source>What begins it</source>
        <translation>起算事由</translation>
    </message>
    <message>
        <source>The rule names no days: at once</source>
        <translation>规定没有写明天数：应当及时办理</translation>
    </message>
    <message>
        <source>nobody has checked this number of days yet</source>
        <translation>天数尚未核对</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>届满日</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>计算方法</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>What the law says</source>
        <translation>可否延长</translation>
    </message>
    <message>
        <source>When it is over</source>
        <translation>届满时</translation>
    </message>
    <message>
        <source>Choose the period.</source>
        <translation>请选择期限。</translation>
    </message>
    <message>
        <source>Write the day as 2026-09-30.</source>
        <translation>请按2026-09-30的样子写日期。</translation>
    </message>
    <message>
        <source>Write the time as 14:30.</source>
        <translation>请按14:30的样子写时间。</translation>
    </message>
    <message>
        <source>Write a number of days.</source>
        <translation>请填写天数。</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>执法证号</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>科室</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>What it shows, and where</source>
        <translation>拍摄内容和地点</translation>
    </message>
    <message>
        <source>Photo before</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Photo after</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>拍摄说明</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>PhotoModel</name>
    <message>
        <source>Photo {number}: {caption}</source>
        <translation>照片 {number}：{caption}</translation>
    </message>
</context>
<context>
    <name>PhotoQuestion</name>
    <message>
        <source>Draw</source>
        <translation>绘图</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>继续绘图</translation>
    </message>
    <message>
        <source>Change the drawing</source>
        <translation>修改标注</translation>
    </message>
    <message>
        <source>Draw on the photo</source>
        <translation>在照片上标注</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Camera</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选文件</translation>
    </message>
</context>
<context>
    <name>PickField</name>
    <message>
        <source>Type to search</source>
        <translation>输入以检索</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”; please try other words.</source>
        <translation>没有找到“{text}”，请换个词再试。</translation>
    </message>
    <message>
        <source>There is nothing to choose from.</source>
        <translation>没有可选的内容。</translation>
    </message>
</context>
<context>
    <name>PickSeveral</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanBlock</name>
    <message>
        <source>{name}, {share} %</source>
        <translation>{name} {share}%</translation>
    </message>
    <message>
        <source>{done} of {wanted}</source>
        <translation>{done} / {wanted}</translation>
    </message>
    <message>
        <source>nothing due yet</source>
        <translation>暂无应查</translation>
    </message>
    <message>
        <source>Checked {count}</source>
        <translation>已查 {count}</translation>
    </message>
    <message>
        <source>Not yet {count}</source>
        <translation>未查 {count}</translation>
    </message>
    <message>
        <source>To be decided {count}</source>
        <translation>待认定 {count}</translation>
    </message>
    <message>
        <source>Units whose name or industry suggests a key unit; none is one by itself</source>
        <translation>名称或行业疑似重点单位，须由人认定，不会自动计入</translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message>
        <source>Checks planned for {year}</source>
        <translation>{year} 年监督检查计划</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>{what}, the first {count}</source>
        <translation>{what}（前 {count} 台）</translation>
    </message>
    <message>
        <source>What will be drawn</source>
        <translation>拟抽样品</translation>
    </message>
    <message>
        <source>Take these numbers</source>
        <translation>采用这些数量</translation>
    </message>
    <message>
        <source>Answer lot size and plan first.</source>
        <translation>请先填写抽样基数和抽样方案。</translation>
    </message>
</context>
<context>
    <name>PlateDialog</name>
    <message>
        <source>Plate of the equipment</source>
        <translation>设备标牌</translation>
    </message>
    <message>
        <source>80 × 50 mm. Whoever scans it here is shown the card of the equipment.</source>
        <translation>80×50 毫米。在本机扫码即可打开设备卡。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Print the plate</source>
        <translation>打印标牌</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>标牌</translation>
    </message>
    <message>
        <source>The plate could not be drawn</source>
        <translation>标牌无法生成</translation>
    </message>
    <message>
        <source>Plate {number}</source>
        <translation>设备标牌 {number}</translation>
    </message>
</context>
<context>
    <name>PlatesLink</name>
    <message>
        <source>Print the plates…</source>
        <translation>打印设备标牌…</translation>
    </message>
    <message>
        <source>Print the first {count} plates…</source>
        <translation>打印前 {count} 张设备标牌…</translation>
    </message>
</context>
<context>
    <name>PlayDialog</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>This computer has nothing to play sound on. The recording is kept unchanged; connect a loudspeaker or headphones and open it again.</source>
        <translation>本机没有可用的扬声器。录音原样保存着；接上扬声器或耳机后再打开。</translation>
    </message>
    <message>
        <source>This recording cannot be played here. It is kept unchanged in the record.</source>
        <translation>这段录音在本机放不出来，原样保存在记录里。</translation>
    </message>
</context>
<context>
    <name>PointQuestion</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>From the receiver</source>
        <translation>从定位器读取</translation>
    </message>
    <message>
        <source>From a photo</source>
        <translation>取自照片</translation>
    </message>
    <message>
        <source>Latitude, north</source>
        <translation>纬度（北纬）</translation>
    </message>
    <message>
        <source>Longitude, east</source>
        <translation>经度（东经）</translation>
    </message>
    <message>
        <source>{label}, latitude</source>
        <translation>{label}，纬度</translation>
    </message>
    <message>
        <source>{label}, longitude</source>
        <translation>{label}，经度</translation>
    </message>
    <message>
        <source>Accurate to {metres} m</source>
        <translation>精度 {metres} 米</translation>
    </message>
    <message>
        <source>altitude {metres} m</source>
        <translation>海拔 {metres} 米</translation>
    </message>
    <message>
        <source>rougher than the {metres} m this form allows; please measure again</source>
        <translation>超出本表允许的 {metres} 米，请重新测量</translation>
    </message>
</context>
<context>
    <name>PointRow</name>
    <message>
        <source>Remove point {number}</source>
        <translation>删除第 {number} 点</translation>
    </message>
    <message>
        <source>{label}, latitude {number}</source>
        <translation>{label}，第 {number} 点纬度</translation>
    </message>
    <message>
        <source>{label}, longitude {number}</source>
        <translation>{label}，第 {number} 点经度</translation>
    </message>
    <message>
        <source>Latitude, north</source>
        <translation>纬度（北纬）</translation>
    </message>
    <message>
        <source>Longitude, east</source>
        <translation>经度（东经）</translation>
    </message>
</context>
<context>
    <name>PositionDialog</name>
    <message>
        <source>Looking for a receiver on this computer.</source>
        <translation>正在本机上查找定位器。</translation>
    </message>
    <message>
        <source>The receiver answers and has no position yet. Under open sky this takes up to a minute.</source>
        <translation>定位器已连通，尚未定位。在露天处一般一分钟内可以定位。</translation>
    </message>
    <message>
        <source>No receiver was found. Connect it to USB and try again, choose its port below, or close this and type the position. Nothing was changed.</source>
        <translation>没有找到定位器。请把定位器插到 USB 口后重试，或在下面选择端口；也可以关闭本窗口，手工填写经纬度。已填内容没有改动。</translation>
    </message>
    <message>
        <source>What is connected does not speak as a receiver does. Choose its port below and try again, or close this and type the position. Nothing was changed.</source>
        <translation>已连接的设备没有发出定位数据。请在下面选择定位器的端口后重试，或关闭本窗口，手工填写经纬度。已填内容没有改动。</translation>
    </message>
    <message>
        <source>The receiver's port may not be opened. Close other programs that use it; on Linux ask to be added to the group dialout. Then try again. Nothing was changed.</source>
        <translation>定位器的端口打不开。请先关闭正在使用它的其他程序；在 Linux 上请管理员把您加入 dialout 组，然后重试。已填内容没有改动。</translation>
    </message>
    <message>
        <source>The receiver was unplugged. Connect it and try again. Nothing was changed.</source>
        <translation>定位器已被拔出。请接好后重试。已填内容没有改动。</translation>
    </message>
    <message>
        <source>No position came in a minute and a half. Go to a window or under open sky and try again, or close this and type the position. Nothing was changed.</source>
        <translation>一分半钟内没有定位成功。请到窗边或露天处重试，或关闭本窗口，手工填写经纬度。已填内容没有改动。</translation>
    </message>
    <message>
        <source>Position from the receiver</source>
        <translation>从定位器读取位置</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Take this position</source>
        <translation>采用此位置</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Find it</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <source>A position is there; the receiver does not say how accurate it is. Take it, or wait for a better one.</source>
        <translation>已经定位，但定位器没有给出精度。可以采用此位置，也可以再等一等。</translation>
    </message>
    <message>
        <source>Accurate to {now} m so far; it is taken by itself at {wanted} m. Wait, or take it as it is.</source>
        <translation>当前精度 {now} 米，达到 {wanted} 米时自动采用。可以再等一等，也可以现在采用。</translation>
    </message>
</context>
<context>
    <name>Positions</name>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>Choose a photo taken at the place</source>
        <translation>选择在该地点拍摄的照片</translation>
    </message>
</context>
<context>
    <name>PrintState</name>
    <message>
        <source>Take it back</source>
        <translation>取消打印</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重新打印</translation>
    </message>
</context>
<context>
    <name>PrinterBox</name>
    <message>
        <source>Looking for printers…</source>
        <translation>正在查找打印机…</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>没有打印机</translation>
    </message>
    <message>
        <source>Papers are saved as PDF</source>
        <translation>文书存为 PDF</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Look for printers again</source>
        <translation>重新查找打印机</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>There is no printer here; papers are saved as PDF and can be printed later</source>
        <translation>没有打印机；文书存为 PDF，可稍后打印</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>Use first</source>
        <translation>设为首选</translation>
    </message>
    <message>
        <source>Used first</source>
        <translation>首选</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Put version {version} into use</source>
        <translation>启用版本 {version}</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>第二人</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Put into use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Choose who confirms it.</source>
        <translation>请选择由谁确认。</translation>
    </message>
    <message>
        <source>Version {newest} is in use. Write a higher number into the sheet “settings” of the workbook and save; then it can be put into use.</source>
        <translation>正在使用的是版本 {newest}。请在工作簿的“设置”工作表里把版本号改大并保存，然后就可以启用。</translation>
    </message>
    <message>
        <source>Drafts hold answers to questions that are gone. Say in the sheet “renamed” of the workbook what each is called now, or that it is meant to be gone, and save; then it can be put into use.</source>
        <translation>草稿里有这些已去掉的问题的答案。请在工作簿的“改名”工作表中写明每一项现在的名称，或者注明删除，保存后即可启用。</translation>
    </message>
    <message>
        <source>Drafts cannot go on by themselves after these changes. A second inspector looks at them and confirms; name and reason are kept with the form for good.</source>
        <translation>有了这些变化，草稿不能自动沿用。请第二名检查人员核对并确认；姓名和理由将随表单永久保存。</translation>
    </message>
    <message>
        <source>The form can be begun from now on.</source>
        <translation>从现在起可以用这张表单。</translation>
    </message>
    <message>
        <source>New records begin with this version. Drafts stay on theirs until somebody moves them; nothing that was issued changes.</source>
        <translation>新的记录用这个版本。草稿仍用原来的版本，直到有人移过来；已发出的文书不变。</translation>
    </message>
    <message>
        <source>There is no second inspector with a certificate here; add one in the settings.</source>
        <translation>本机没有其他持证的检查人员；请先在设置里添加。</translation>
    </message>
    <message>
        <source>Write why drafts may be broken.</source>
        <translation>请写明为什么可以影响草稿。</translation>
    </message>
</context>
<context>
    <name>QuarrelList</name>
    <message>
        <source>Deleted by one, written on by another: {what}</source>
        <translation>一处已删除，另一处又改动：{what}</translation>
    </message>
    <message>
        <source>It stays until somebody decides whether it is kept or deleted.</source>
        <translation>在有人决定保留还是删除之前，先保留。</translation>
    </message>
    <message>
        <source>Two steps taken at once: {what}</source>
        <translation>两处同时走了不同的一步：{what}</translation>
    </message>
    <message>
        <source>Each was right when it was taken; only one of them can hold.</source>
        <translation>两步当时都合规，但只能保留其中一步。</translation>
    </message>
    <message>
        <source>Written in two places: {what}</source>
        <translation>两处都改了同一项：{what}</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>另一台终端</translation>
    </message>
    <message>
        <source>Somebody not known here</source>
        <translation>本机未登记的人员</translation>
    </message>
    <message>
        <source>Written {time}</source>
        <translation>写于 {time}</translation>
    </message>
    <message>
        <source>not at the bureau yet</source>
        <translation>局端尚未收到</translation>
    </message>
    <message>
        <source>at the bureau by {time}</source>
        <translation>局端不晚于 {time} 收到</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>seen, it stays so</source>
        <translation>已看过，保持不变</translation>
    </message>
    <message>
        <source>{what}: {chosen}</source>
        <translation>{what}：{chosen}</translation>
    </message>
    <message>
        <source>Not chosen: {values}</source>
        <translation>未采用：{values}</translation>
    </message>
    <message>
        <source>Beside each other: {values}</source>
        <translation>分头填写：{values}</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>This must be answered.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Add at least one and fill it in.</source>
        <translation>请至少添加一项并填写。</translation>
    </message>
    <message>
        <source>This is not a value of the kind asked for; please check it.</source>
        <translation>填写的内容与要求的类型不符，请核对。</translation>
    </message>
    <message>
        <source>This is no longer among the choices; please choose again.</source>
        <translation>此项已不在可选范围内，请重新选择。</translation>
    </message>
    <message>
        <source>This answer is not allowed here; please check it.</source>
        <translation>此处不能这样填写，请核对。</translation>
    </message>
    <message>
        <source>This form would show another calendar; please write the date of the common one.</source>
        <translation>这张表单要求用其他历法显示；请按公历填写。</translation>
    </message>
    <message>
        <source>This form would print by itself on a label printer, which does not happen here.</source>
        <translation>这张表单会自动打印标签，本机不会自动打印。</translation>
    </message>
    <message>
        <source>This form would ask the program {program} for the answer, which is not here; please enter it yourself.</source>
        <translation>此表单要由程序 {program} 提供答案，本机没有该程序，请自行填写。</translation>
    </message>
</context>
<context>
    <name>RangeQuestion</name>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
</context>
<context>
    <name>RankQuestion</name>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Keep this order</source>
        <translation>就按此顺序</translation>
    </message>
    <message>
        <source>Not put in order yet.</source>
        <translation>尚未排序。</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Write in one sentence why; it is kept with the paper.</source>
        <translation>请用一句话写明原因，原因随此件留存。</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>请写明理由。</translation>
    </message>
</context>
<context>
    <name>RecheckDialog</name>
    <message>
        <source>Re-check</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Close the finding with it</source>
        <translation>同时关闭该问题</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>复查结论</translation>
    </message>
    <message>
        <source>How</source>
        <translation>复查方式</translation>
    </message>
    <message>
        <source>With</source>
        <translation>同行人</translation>
    </message>
    <message>
        <source>Two go to the place (Procedure Rules art. 22); one may read the papers</source>
        <translation>现场复查须两人（程序规定第二十二条）；书面核查可一人</translation>
    </message>
    <message>
        <source>On</source>
        <translation>复查日期</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>复查情况</translation>
    </message>
    <message>
        <source>Keep the re-check</source>
        <translation>保存复查</translation>
    </message>
    <message>
        <source>What is still wrong</source>
        <translation>尚未改正之处</translation>
    </message>
    <message>
        <source>Choose what the re-check saw.</source>
        <translation>请选择复查结论。</translation>
    </message>
    <message>
        <source>Write the day as 2026-09-30.</source>
        <translation>日期请写成 2026-09-30。</translation>
    </message>
    <message>
        <source>Write what is still wrong.</source>
        <translation>请写明哪里尚未改正。</translation>
    </message>
</context>
<context>
    <name>RecognisedCard</name>
    <message>
        <source>Recognised results</source>
        <translation>互认的检验结果</translation>
    </message>
    <message>
        <source>Use a recognised result…</source>
        <translation>采用互认结果…</translation>
    </message>
    <message>
        <source>Begin a finding</source>
        <translation>列为问题</translation>
    </message>
    <message>
        <source>The result is used in this case</source>
        <translation>本案已采用这份检验结果</translation>
    </message>
</context>
<context>
    <name>RecognisedDialog</name>
    <message>
        <source>Use a recognised result</source>
        <translation>采用互认结果</translation>
    </message>
    <message>
        <source>Another bureau tested it and the result is final; it counts here as there. Where it is from stays with it, on the screen and on every paper.</source>
        <translation>外局已抽查检验、结果已经生效，在本局同样有效。结果的来源会一直保留，屏幕上和文书上都会写明。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>Use in this case</source>
        <translation>在本案采用</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>检验机构</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>签发日期</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判定依据</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Choose a result.</source>
        <translation>请选择一份检验结果。</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Cancel; keep nothing</source>
        <translation>取消，不保留</translation>
    </message>
    <message>
        <source>Keep the recording</source>
        <translation>保留录音</translation>
    </message>
    <message>
        <source>{time} left, then it stops by itself</source>
        <translation>还可录 {time}，到时自动停止</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>重新录音</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>正在录音</translation>
    </message>
    <message>
        <source>Paused; nothing is recorded</source>
        <translation>已暂停，没有在录</translation>
    </message>
    <message>
        <source>It was stopped: no longer recording can be kept</source>
        <translation>已到最长时间，录音自动停止</translation>
    </message>
    <message>
        <source>The microphone stopped; what was heard is here</source>
        <translation>麦克风中断，已录的部分还在</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已录好</translation>
    </message>
    <message>
        <source>Not recording yet</source>
        <translation>尚未录音</translation>
    </message>
    <message>
        <source>There is nothing to play it on here; it is kept all the same.</source>
        <translation>本机没有扬声器，无法试听；录音照样可以保留。</translation>
    </message>
    <message>
        <source>Tell those present before recording. At most {time}.</source>
        <translation>录音前请告知在场人员。最长 {time}。</translation>
    </message>
    <message>
        <source>Stopped. Cancel once more lets go of it.</source>
        <translation>已停止。再按一次取消就不保留。</translation>
    </message>
</context>
<context>
    <name>Rectify</name>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>may be extended, or taken on</source>
        <translation>可延期，也可转办</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Found, not ordered yet</source>
        <translation>已发现，尚未责令</translation>
    </message>
    <message>
        <source>an order is owed</source>
        <translation>应当责令改正</translation>
    </message>
    <message>
        <source>To be re-checked</source>
        <translation>待复查</translation>
    </message>
    <message>
        <source>within the period from the report</source>
        <translation>自收到报告起计算</translation>
    </message>
    <message>
        <source>Report came in today</source>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation>今日收到，待核收</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>期限内</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>the period stands still</source>
        <translation>期限停止计算</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>in the last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Correct at once</source>
        <translation>责令立即改正</translation>
    </message>
    <message>
        <source>Correct by a date</source>
        <translation>责令限期改正</translation>
    </message>
    <message>
        <source>Out of use at once</source>
        <translation>责令立即停止使用</translation>
    </message>
    <message>
        <source>Hand over to open a case</source>
        <translation>转立案</translation>
    </message>
    <message>
        <source>Found; no order has been issued yet</source>
        <translation>已发现，尚未责令改正</translation>
    </message>
    <message>
        <source>Ordered; no report received yet</source>
        <translation>已责令改正，未收到整改报告</translation>
    </message>
    <message>
        <source>Report received; to be re-checked</source>
        <translation>整改报告已收，待复查</translation>
    </message>
    <message>
        <source>Put right at the re-check; not closed yet</source>
        <translation>复查已改正，待关闭</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>已整改</translation>
    </message>
    <message>
        <source>Not put right</source>
        <translation>未整改</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分整改</translation>
    </message>
    <message>
        <source>On the spot</source>
        <translation>现场复查</translation>
    </message>
    <message>
        <source>By the papers</source>
        <translation>书面核查</translation>
    </message>
    <message>
        <source>Lead for a case</source>
        <translation>转案源线索</translation>
    </message>
    <message>
        <source>15 working days to decide whether a case is filed</source>
        <translation>十五个工作日内决定是否立案</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>转约谈</translation>
    </message>
    <message>
        <source>a notice of an interview is begun with this reason</source>
        <translation>按此事由起草约谈通知书</translation>
    </message>
    <message>
        <source>On-the-spot penalty</source>
        <translation>当场处罚</translation>
    </message>
    <message>
        <source>a decision is begun; the ceilings of the law hold</source>
        <translation>起草当场处罚决定书，受法定限额约束</translation>
    </message>
    <message>
        <source>the report</source>
        <translation>整改报告</translation>
    </message>
    <message>
        <source>the re-check</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>the closing</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>the opening again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>the extension</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>the suspension</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>the end of the suspension</source>
        <translation>恢复计算</translation>
    </message>
    <message>
        <source>the taking on</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Re-checked: {verdict}</source>
        <translation>复查：{verdict}</translation>
    </message>
    <message>
        <source>Taken on: {way}</source>
        <translation>{way}</translation>
    </message>
    <message>
        <source>Taken back: {step}</source>
        <translation>撤回{step}</translation>
    </message>
    <message>
        <source>Served: {method}</source>
        <translation>送达：{method}</translation>
    </message>
    <message>
        <source>Report handed in by the enterprise</source>
        <translation>企业在线提交整改报告</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>检查发现</translation>
    </message>
    <message>
        <source>The enterprise handed in another report</source>
        <translation>企业另行在线提交报告</translation>
    </message>
    <message>
        <source>Report received</source>
        <translation>收到整改报告</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>恢复计算</translation>
    </message>
    <message>
        <source>Ordered by {number}</source>
        <translation>责令改正 {number}</translation>
    </message>
    <message>
        <source>Extended by {number}</source>
        <translation>延期 {number}</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
</context>
<context>
    <name>RectifyActs</name>
    <message>
        <source>Open this finding again</source>
        <translation>重新打开该问题</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>The finding was taken on</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>The deadline was changed</source>
        <translation>期限已变更</translation>
    </message>
    <message>
        <source>The re-check is kept; the order stands</source>
        <translation>复查已保存，责令改正继续有效</translation>
    </message>
    <message>
        <source>The finding is open again</source>
        <translation>问题已重新打开</translation>
    </message>
    <message>
        <source>The report is noted</source>
        <translation>整改报告已登记</translation>
    </message>
    <message>
        <source>The re-check is kept</source>
        <translation>复查已保存</translation>
    </message>
    <message>
        <source>The finding is closed</source>
        <translation>问题已关闭</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>RectifyScreen</name>
    <message>
        <source>Export the list…</source>
        <translation>导出清单…</translation>
    </message>
    <message>
        <source>Findings by deadline</source>
        <translation>按期限排列的问题</translation>
    </message>
    <message>
        <source>Open the cases</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Nothing waits to be rectified</source>
        <translation>没有待整改的问题</translation>
    </message>
    <message>
        <source>Nothing here fits what is chosen above</source>
        <translation>没有符合上面条件的问题</translation>
    </message>
    <message>
        <source>{share} % in time this quarter ({good} of {all})</source>
        <translation>本季按期整改率 {share}%（{all} 项中 {good} 项）</translation>
    </message>
    <message>
        <source>{count} not closed</source>
        <translation>未关闭 {count}</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>逾期 {count}</translation>
    </message>
    <message>
        <source>Show the next ones</source>
        <translation>显示后面的</translation>
    </message>
    <message>
        <source>to take</source>
        <translation>待拍</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>已转办</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>Came in today</source>
        <translation>今日收到</translation>
    </message>
</context>
<context>
    <name>ReissueDialog</name>
    <message>
        <source>Take in a corrected report</source>
        <translation>登记更正报告</translation>
    </message>
    <message>
        <source>It takes the place of {number}; both are kept. The party is told anew: a new notice replaces the old one, and the fifteen days begin again with its service.</source>
        <translation>更正报告替代报告{number}，两份都保留。要重新告知当事人：新通知书替代原通知书，十五日异议期自新通知书送达之日起重新计算。</translation>
    </message>
    <message>
        <source>Number of the corrected report</source>
        <translation>更正报告编号</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>签发日期</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>新编号</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正原因</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Write the day on its first page.</source>
        <translation>请填写报告首页上的签发日期。</translation>
    </message>
    <message>
        <source>Write a day up to today.</source>
        <translation>请填写不晚于今天的日期。</translation>
    </message>
    <message>
        <source>Write what was corrected and why.</source>
        <translation>请写明更正了什么、为什么更正。</translation>
    </message>
    <message>
        <source>It cannot come in before it was issued, or after today.</source>
        <translation>收到日期不能早于签发日期，也不能晚于今天。</translation>
    </message>
    <message>
        <source>Write the number of the corrected report.</source>
        <translation>请填写更正报告的编号。</translation>
    </message>
    <message>
        <source>A corrected report has a number of its own, such as with a suffix.</source>
        <translation>更正报告应有区别于原报告的编号，比如加后缀。</translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReopenButton</name>
    <message>
        <source>Reopen the case…</source>
        <translation>重新打开案件…</translation>
    </message>
    <message>
        <source>Reopen the case</source>
        <translation>重新打开案件</translation>
    </message>
    <message>
        <source>It can be worked on again; that it was closed and why it was opened is kept.</source>
        <translation>案件可以继续办理；曾经结案以及重新打开的原因都会留存。</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
</context>
<context>
    <name>ReportActs</name>
    <message>
        <source>Make the result final before the fifteen days are over</source>
        <translation>在十五日届满前确定结果</translation>
    </message>
    <message>
        <source>Only when the party has declared in writing that it does not object. Write who declared it, when, and where the paper is.</source>
        <translation>只有对方书面声明没有异议才可以。请写明谁、什么时候声明，声明存放在哪里。</translation>
    </message>
    <message>
        <source>Make it final</source>
        <translation>确定结果</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Rectification report received</source>
        <translation>收到整改报告</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>报告内容</translation>
    </message>
    <message>
        <source>What was put right and how, as the party writes it</source>
        <translation>按当事人所写，改正了什么、怎么改的</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>The period of the re-check is counted from this day</source>
        <translation>复查期限自这一天起计算</translation>
    </message>
    <message>
        <source>Note the report</source>
        <translation>登记报告</translation>
    </message>
    <message>
        <source>Write what the party says it has done.</source>
        <translation>请写明当事人报告的改正情况。</translation>
    </message>
    <message>
        <source>Write the day as 2026-09-30.</source>
        <translation>日期请写成 2026-09-30。</translation>
    </message>
</context>
<context>
    <name>ReportFiles</name>
    <message>
        <source>Attach the PDF…</source>
        <translation>附上PDF…</translation>
    </message>
    <message>
        <source>The report itself</source>
        <translation>报告原件</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>模板…</translation>
    </message>
    <message>
        <source>Take in a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Workbook or CSV (*.xlsx *.xls *.csv)</source>
        <translation>工作簿或者CSV (*.xlsx *.xls *.csv)</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>test items.xlsx</source>
        <translation>检验项目.xlsx</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Fill it in and take it in here: {name}.</source>
        <translation>填好后在这里导入：{name}。</translation>
    </message>
    <message>
        <source>The template is written</source>
        <translation>模板已经写好</translation>
    </message>
</context>
<context>
    <name>ReportScreen</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>报告编号</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>检验机构</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判定依据</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>签发日期</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Lines of the report</source>
        <translation>报告的检验项目</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Limits and values are written as the report has them: the last digit counts. Enter on a judgement changes it.</source>
        <translation>限值和实测值照报告原样填写，末位数字也算数。在判定上按回车可以改判。</translation>
    </message>
    <message>
        <source>Take the line away</source>
        <translation>删去这一行</translation>
    </message>
    <message>
        <source>The line is taken away</source>
        <translation>已删去一行</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <source>It is taken out of the work and kept with its reason; nothing in it is deleted.</source>
        <translation>此件不再办理，连同原因一并留存，内容不会删除。</translation>
    </message>
    <message>
        <source>It stays in the file with its reason. What it changed is given back: visits, findings, follow-ups and the registers are as they were before.</source>
        <translation>此件连同作废原因留在案件里。它引起的变化都会退回：检查安排、问题、待办和台账恢复到它之前的样子。</translation>
    </message>
    <message>
        <source>Withdraw this paper</source>
        <translation>作废此件</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The paper was withdrawn</source>
        <translation>此件已作废</translation>
    </message>
    <message>
        <source>It is kept with its reason: {reason}</source>
        <translation>连同原因留存：{reason}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Page</source>
        <translation>纸面</translation>
    </message>
    <message>
        <source>Back to filling in</source>
        <translation>返回填写</translation>
    </message>
    <message>
        <source>The page could not be drawn</source>
        <translation>页面无法生成</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Back to filling in</source>
        <translation>返回填写</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>Review and sign</source>
        <translation>核对与签名</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>发出文书</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Missing before it is done</source>
        <translation>完成前还差</translation>
    </message>
    <message>
        <source>Struck off when put right</source>
        <translation>改好后自动划去</translation>
    </message>
    <message>
        <source>Two at least, certificates shown</source>
        <translation>须两人以上，已出示执法证件</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>签名人员</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>没有缺项</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in order</source>
        <translation>
            <numerusform>%n 项内容已齐</numerusform>
        </translation>
    </message>
    <message>
        <source>The page does not change while it is being signed</source>
        <translation>签名期间纸面不再变动</translation>
    </message>
</context>
<context>
    <name>Risk</name>
    <message>
        <source>Class A·low risk</source>
        <translation>A级·低风险</translation>
    </message>
    <message>
        <source>Class B·usual risk</source>
        <translation>B级·一般风险</translation>
    </message>
    <message>
        <source>Class C·higher risk</source>
        <translation>C级·较高风险</translation>
    </message>
    <message>
        <source>Class D·high risk</source>
        <translation>D级·高风险</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>{label} {number}</source>
        <translation>{label} {number}</translation>
    </message>
    <message>
        <source>nothing answered yet</source>
        <translation>还没有作答</translation>
    </message>
    <message>
        <source>{count}, to be put right</source>
        <translation>{count}，需改正</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>The bureau's paper with its number</source>
        <translation>本局文件名称和文号</translation>
    </message>
    <message>
        <source>Supplied: {share} %</source>
        <translation>程序自带：{share}%</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字样</translation>
    </message>
    <message>
        <source>Parted by spaces. A unit whose name or industry has one is suggested as a key unit; only a decision makes it one.</source>
        <translation>用空格隔开。名称或行业含有这些字样的单位会提示为疑似重点单位，经人认定才算。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>From</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>Earlier years are counted by what the program came with</source>
        <translation>此前年度仍按程序自带的数值计算</translation>
    </message>
    <message>
        <source>As supplied again</source>
        <translation>恢复程序自带值</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write a share from 1 to 100.</source>
        <translation>请填写1至100之间的整数。</translation>
    </message>
    <message>
        <source>Write where it stands.</source>
        <translation>请填写来源。</translation>
    </message>
    <message>
        <source>Write the day as 2026-09-30.</source>
        <translation>请按2026-09-30的格式填写日期。</translation>
    </message>
</context>
<context>
    <name>SampleHead</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>抽中编号</translation>
    </message>
    <message>
        <source>Sample number</source>
        <translation>样品编号</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>封条编号</translation>
    </message>
</context>
<context>
    <name>SampleScreen</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>Write down a hand-over</source>
        <translation>登记交接</translation>
    </message>
    <message>
        <source>Chain of custody</source>
        <translation>样品交接</translation>
    </message>
    <message>
        <source>No hand-over is written down yet. The chain begins with the seal.</source>
        <translation>还没有登记交接。交接从封样开始。</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>No result yet</source>
        <translation>还没有结果</translation>
    </message>
    <message>
        <source>The sample</source>
        <translation>样品信息</translation>
    </message>
    <message>
        <source>Chain broken</source>
        <translation>交接有断点</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>封条</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批号</translation>
    </message>
    <message>
        <source>Unit drawn</source>
        <translation>抽中编号</translation>
    </message>
    <message>
        <source>Now with</source>
        <translation>现由谁保管</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Draw watched by</source>
        <translation>抽样见证人</translation>
    </message>
    <message>
        <source>To be sent by</source>
        <translation>寄送截止</translation>
    </message>
    <message>
        <source>Result expected by</source>
        <translation>应出结果</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Corrected report</source>
        <translation>更正报告</translation>
    </message>
    <message>
        <source>The hand-over is written down</source>
        <translation>交接已登记</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Units drawn</source>
        <translation>抽中的样品</translation>
    </message>
</context>
<context>
    <name>SamplesScreen</name>
    <message>
        <source>Samples under way</source>
        <translation>在途样品</translation>
    </message>
    <message>
        <source>No sample is under way</source>
        <translation>没有在途样品</translation>
    </message>
    <message>
        <source>Open the cases</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Show the next ones</source>
        <translation>显示后面的</translation>
    </message>
    <message>
        <source>{count} not settled</source>
        <translation>{count} 件未了结</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>逾期{count}件</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>检验结果</translation>
    </message>
    <message>
        <source>Overdue since {day}</source>
        <translation>{day}起逾期</translation>
    </message>
    <message>
        <source>to be sent by {day}</source>
        <translation>{day}前寄送</translation>
    </message>
    <message>
        <source>result expected by {day}</source>
        <translation>{day}应出结果</translation>
    </message>
    <message>
        <source>objection until {day}</source>
        <translation>{day}前可提出异议</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>to be sent, or the result to be asked for</source>
        <translation>该寄送的，或者该催结果的</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待寄送</translation>
    </message>
    <message>
        <source>On the way to the laboratory, or there</source>
        <translation>送检、检验中</translation>
    </message>
    <message>
        <source>Result in</source>
        <translation>已出结果</translation>
    </message>
    <message>
        <source>the party is not told yet</source>
        <translation>还没有告知对方</translation>
    </message>
    <message>
        <source>Objection period running</source>
        <translation>异议期内</translation>
    </message>
    <message>
        <source>Objected to</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>decide, or re-test</source>
        <translation>待受理或者复检</translation>
    </message>
    <message>
        <source>Objection period over</source>
        <translation>异议期已过</translation>
    </message>
    <message>
        <source>the result may be final</source>
        <translation>可以确定结果</translation>
    </message>
    <message>
        <source>Spares, sealed</source>
        <translation>封存的备样</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>结果已确定</translation>
    </message>
    <message>
        <source>the rest is given back</source>
        <translation>待退还检余样品</translation>
    </message>
</context>
<context>
    <name>ScanDialog</name>
    <message>
        <source>Scan a code</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>The code</source>
        <translation>码的内容</translation>
    </message>
    <message>
        <source>Type the code, or use the hand scanner</source>
        <translation>输入码的内容，或用扫码枪扫描</translation>
    </message>
    <message>
        <source>From a picture file</source>
        <translation>从图片识别</translation>
    </message>
    <message>
        <source>Hold the code into the picture.</source>
        <translation>请将码对准画面。</translation>
    </message>
    <message>
        <source>No camera was found. Use a hand scanner, a picture file, or type the code.</source>
        <translation>未找到摄像头。请用扫码枪、图片，或手工输入。</translation>
    </message>
    <message>
        <source>Picture of a code</source>
        <translation>含码的图片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>No code was found in that picture. Take it closer and sharper.</source>
        <translation>图片中没有识别到码，请靠近些、拍清楚再试。</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search results</source>
        <translation>检索结果</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Pass · fail · not applicable</source>
        <translation>合格·不合格·不适用</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Next unanswered</source>
        <translation>下一处未答</translation>
    </message>
    <message>
        <source>Context panel</source>
        <translation>参考资料</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Try part of the name, the credit code or a number.</source>
        <translation>没有找到“{text}”。请试试名称的一部分、信用代码或文号。</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>检查对象</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法律条文</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>检查记录</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
</context>
<context>
    <name>SearchSeveralQuestion</name>
    <message>
        <source>“{words}” was taken off.</source>
        <translation>已去掉“{words}”。</translation>
    </message>
</context>
<context>
    <name>SectionTitle</name>
    <message>
        <source>General</source>
        <translation>基本情况</translation>
    </message>
    <message>
        <source>{answered} / {asked} answered</source>
        <translation>{answered} / {asked} 已答</translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message>
        <source>Way of service</source>
        <translation>送达方式</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>签收人姓名</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>邮件号</translation>
    </message>
    <message>
        <source>Tracking number, once posted</source>
        <translation>邮件号，交寄后填写</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Name and unit of the witness</source>
        <translation>见证人姓名、单位</translation>
    </message>
    <message>
        <source>Confirmed address</source>
        <translation>确认地址</translation>
    </message>
    <message>
        <source>Address the party confirmed</source>
        <translation>当事人确认的送达地址</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Receipt ready, signed for by {name}</source>
        <translation>送达回证已备，签收人 {name}</translation>
    </message>
    <message>
        <source>Proof of service is complete</source>
        <translation>送达凭证已齐</translation>
    </message>
    <message>
        <source>Name the receiver, or record it after handing over</source>
        <translation>请写明签收人，或交付后再登记</translation>
    </message>
    <message>
        <source>The tracking number is added when it is posted</source>
        <translation>邮件号在交寄后补录</translation>
    </message>
    <message>
        <source>Needs a witness or a photo; can be added afterwards</source>
        <translation>须有见证人或照片，可稍后补录</translation>
    </message>
    <message>
        <source>Needs the address the party confirmed in writing</source>
        <translation>须有当事人书面确认的地址</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Bureau</source>
        <translation>机关信息</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接局端</translation>
    </message>
    <message>
        <source>People</source>
        <translation>检查人员</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Inspections</source>
        <translation>检查频次</translation>
    </message>
    <message>
        <source>Equipment plan</source>
        <translation>设备抽查计划</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法规库</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Calendar and tables</source>
        <translation>日历与表格</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>本机健康</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>Settle what is to be done</source>
        <translation>办结待办</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Extend or suspend</source>
        <translation>延期或中止</translation>
    </message>
    <message>
        <source>The suspension has ended</source>
        <translation>中止情形消除，恢复计算</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Where the file lies</source>
        <translation>归档位置</translation>
    </message>
    <message>
        <source>Who approved it, when, by which paper</source>
        <translation>批准人、批准时间、审批表</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Write why it is not needed.</source>
        <translation>请写明为什么不需要。</translation>
    </message>
    <message>
        <source>Write cabinet, box and number, so that it can be found again.</source>
        <translation>请写明柜号、盒号和卷号，以便以后能找到。</translation>
    </message>
    <message>
        <source>Write who approved it, when, and by which paper.</source>
        <translation>请写明批准人、批准时间和审批表。</translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>Name of the signer</source>
        <translation>签名人姓名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Read aloud to them</source>
        <translation>已向其宣读</translation>
    </message>
    <message>
        <source>How it is signed</source>
        <translation>签名方式</translation>
    </message>
    <message>
        <source>Name and unit</source>
        <translation>姓名、单位</translation>
    </message>
    <message>
        <source>Signs in person</source>
        <translation>本人签名</translation>
    </message>
    <message>
        <source>Refuses to sign</source>
        <translation>拒绝签名</translation>
    </message>
    <message>
        <source>Not present</source>
        <translation>不在场</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
</context>
<context>
    <name>SignatureDialog</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
</context>
<context>
    <name>SignaturePanel</name>
    <message>
        <source>Sign on the line: pen, touch or mouse</source>
        <translation>请在线上签名：手写板、触屏或鼠标均可</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重签</translation>
    </message>
    <message>
        <source>Undo last stroke</source>
        <translation>撤销一笔</translation>
    </message>
    <message>
        <source>Confirm signature</source>
        <translation>确认签名</translation>
    </message>
    <message numerus="yes">
        <source>%n stroke(s)</source>
        <translation>
            <numerusform>共 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>Not signed yet</source>
        <translation>尚未签名</translation>
    </message>
    <message>
        <source>A dot is not a signature</source>
        <translation>一个点不算签名</translation>
    </message>
</context>
<context>
    <name>SignatureQuestion</name>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>取下</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>重签</translation>
    </message>
</context>
<context>
    <name>SiteTabs</name>
    <message>
        <source>Enterprises</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Special equipment</source>
        <translation>特种设备</translation>
    </message>
</context>
<context>
    <name>SitesScreen</name>
    <message>
        <source>Add an enterprise</source>
        <translation>登记企业</translation>
    </message>
    <message>
        <source>Quality officers</source>
        <translation>首席质量官</translation>
    </message>
    <message>
        <source>Find an enterprise</source>
        <translation>查找企业</translation>
    </message>
    <message>
        <source>Part of the name, or the credit code</source>
        <translation>名称的一部分，或信用代码</translation>
    </message>
    <message>
        <source>Enterprises</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Of whom is it?</source>
        <translation>对哪家单位办理？</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>检查对象</translation>
    </message>
    <message numerus="yes">
        <source>%n enterprise(s)</source>
        <translation>
            <numerusform>%n 家企业</numerusform>
        </translation>
    </message>
    <message>
        <source>No enterprise has “{text}” in its name or code</source>
        <translation>没有名称或信用代码含“{text}”的企业</translation>
    </message>
    <message>
        <source>The register is empty</source>
        <translation>登记库为空</translation>
    </message>
</context>
<context>
    <name>SketchDialog</name>
    <message>
        <source>Drawing: arrows move, Space begins and ends</source>
        <translation>画面：方向键移动，空格键起笔和落笔</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Meaning of the colour</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>Words to put on the picture</source>
        <translation>要写在图上的文字</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Take all off</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Keep the drawing</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆圈</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>画线</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Look here</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Explains</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Write the words, then press where they belong</source>
        <translation>先写文字，再点它的位置</translation>
    </message>
    <message>
        <source>Press a mark to take it off</source>
        <translation>点一处标注，把它擦掉</translation>
    </message>
    <message>
        <source>Draw with the pointer held down</source>
        <translation>按住拖动画线</translation>
    </message>
    <message>
        <source>Press where it begins, let go where it ends</source>
        <translation>从起点按住，拖到终点松开</translation>
    </message>
    <message>
        <source>Write the words first</source>
        <translation>请先写文字</translation>
    </message>
    <message>
        <source>marked photo</source>
        <translation>标注照片</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>绘图</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>Start a matter</source>
        <translation>开始办理</translation>
    </message>
    <message>
        <source>Without an enterprise; one may be chosen in the paper</source>
        <translation>未选企业，可以在登记表里选择</translation>
    </message>
    <message>
        <source>Second inspector</source>
        <translation>同检人员</translation>
    </message>
    <message>
        <source>What is begun</source>
        <translation>办理什么</translation>
    </message>
    <message>
        <source>First inspector</source>
        <translation>主检人员</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>Nobody else is registered here. Add the second inspector in the settings.</source>
        <translation>没有其他已登记的检查人员，请在设置中添加第二名检查人员。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>One officer may do this; nobody has to be chosen</source>
        <translation>一人即可办理，可以不选</translation>
    </message>
    <message>
        <source>Two sworn inspectors are needed (Procedure Rules art. 22)</source>
        <translation>须有两名以上具有执法证件的检查人员（程序规定第二十二条）</translation>
    </message>
    <message>
        <source>none here</source>
        <translation>登记簿里没有</translation>
    </message>
    <message>
        <source>certificate expired</source>
        <translation>执法证已过期</translation>
    </message>
    <message>
        <source>Choose the second inspector.</source>
        <translation>请选择第二名检查人员。</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Welcome to Xunjian</source>
        <translation>欢迎使用巡检</translation>
    </message>
    <message>
        <source>Everything you record stays on this computer, encrypted, until the bureau has received it. How would you like to begin?</source>
        <translation>您记录的内容加密保存在本机，直至局里收到。请选择如何开始。</translation>
    </message>
    <message>
        <source>Demonstration bureau</source>
        <translation>演示单位</translation>
    </message>
    <message>
        <source>Linyi, Quality Month: invented enterprises, products, special equipment and deadlines. To learn and to try; nothing in it is real.</source>
        <translation>临沂“质量月”：企业、产品、特种设备和期限均为虚构，供学习试用。</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>开始试用</translation>
    </message>
    <message>
        <source>My own bureau</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>An empty register with the law library, the calendar and the forms. You enter the bureau's words and yourself as the first inspector.</source>
        <translation>登记库为空，已备法规库、工作日历和表单。请填写机关信息，并将自己登记为第一名检查人员。</translation>
    </message>
    <message>
        <source>Begin empty</source>
        <translation>从空库开始</translation>
    </message>
    <message>
        <source>The bureau, as its papers name it</source>
        <translation>机关信息（按文书用语填写）</translation>
    </message>
    <message>
        <source>The first inspector</source>
        <translation>第一名检查人员</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The demonstration bureau is being set up: register, law, forms…</source>
        <translation>正在准备演示单位：登记库、法规、表单…</translation>
    </message>
    <message>
        <source>The empty store is being set up: law library, calendar, forms…</source>
        <translation>正在准备空库：法规库、工作日历、表单…</translation>
    </message>
</context>
<context>
    <name>StatusFeed</name>
    <message>
        <source>{series}: {count} left</source>
        <translation>{series}文号余 {count}</translation>
    </message>
    <message>
        <source>Check this computer's clock</source>
        <translation>请核对本机时钟</translation>
    </message>
    <message>
        <source>On this computer only</source>
        <translation>仅在本机</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>离线·{time} 起</translation>
    </message>
    <message>
        <source>Stopped {time}</source>
        <translation>同步停止·{time}</translation>
    </message>
    <message>
        <source>Connected to the bureau</source>
        <translation>已连接局端</translation>
    </message>
    <message>
        <source>Not connected to the bureau</source>
        <translation>未连接局端</translation>
    </message>
    <message>
        <source>Sending and receiving…</source>
        <translation>正在收发…</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>待上传 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %n to send</source>
        <translation>
            <numerusform>离线·待上传 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Sync has stopped</source>
        <translation>同步已停止</translation>
    </message>
    <message>
        <source>All at the bureau</source>
        <translation>全部已到局端</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>No printer: PDF only</source>
        <translation>无打印机，存为 PDF</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>打印机 就绪</translation>
    </message>
    <message>
        <source>Printer not ready</source>
        <translation>打印机 未就绪</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {number} of {all}: {name}</source>
        <translation>第 {number} 步，共 {all} 步：{name}</translation>
    </message>
</context>
<context>
    <name>StickCard</name>
    <message>
        <source>Copy to a stick</source>
        <translation>拷到U盘</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>写出数据包</translation>
    </message>
    <message>
        <source>Write to a folder…</source>
        <translation>写到文件夹…</translation>
    </message>
    <message>
        <source>Take in the answer</source>
        <translation>导入局端回执</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Bundles (*.xjb)</source>
        <translation>数据包 (*.xjb)</translation>
    </message>
    <message>
        <source>The bureau's answer</source>
        <translation>局端回执</translation>
    </message>
    <message>
        <source>Plugged in</source>
        <translation>已插入</translation>
    </message>
    <message>
        <source>No stick</source>
        <translation>未插U盘</translation>
    </message>
    <message>
        <source>There is not enough room: make some on the stick, or take another one.</source>
        <translation>U盘空间不够：请腾出空间，或换一个U盘。</translation>
    </message>
    <message>
        <source>Where the bundle goes</source>
        <translation>数据包写到哪里</translation>
    </message>
    <message>
        <source>Being stopped…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{done} of {whole} written; then it is read back and compared.</source>
        <translation>已写 {done}，共 {whole}；写完还要读回核对。</translation>
    </message>
    <message>
        <source>Stopped; no bundle was left on the stick</source>
        <translation>已停止，U盘上没有留下数据包</translation>
    </message>
    <message>
        <source>Nothing is lost: write it again at any time.</source>
        <translation>内容都还在本机，随时可以重新写出。</translation>
    </message>
</context>
<context>
    <name>SupervisionCard</name>
    <message>
        <source>Supervision</source>
        <translation>监管情况</translation>
    </message>
    <message>
        <source>Done this year</source>
        <translation>本年已检查</translation>
    </message>
    <message>
        <source>Open findings</source>
        <translation>未关闭问题</translation>
    </message>
    <message>
        <source>Checks with findings</source>
        <translation>问题发现率</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Synchronisation</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Take in a bundle…</source>
        <translation>导入数据包</translation>
    </message>
    <message>
        <source>Connect to the bureau</source>
        <translation>连接局端</translation>
    </message>
    <message>
        <source>Item by item</source>
        <translation>逐项账目</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Never in contact yet</source>
        <translation>尚未联网</translation>
    </message>
    <message>
        <source>Last in contact {time}</source>
        <translation>上次联网 {time}</translation>
    </message>
    <message>
        <source>Computer {name}</source>
        <translation>本机 {name}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>离线·{time} 起</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>All arrived at the bureau</source>
        <translation>全部已到局端</translation>
    </message>
    <message>
        <source>Everything you record stays on this computer. With a code from the bureau it is sent by itself whenever there is a network, and never asks you to wait.</source>
        <translation>您记录的内容都在本机。有了局里的注册码，一有网络就自动上传，从不让您等候。</translation>
    </message>
    <message>
        <source>Not connected to the bureau yet</source>
        <translation>尚未连接局端</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>显示全部 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) not at the bureau yet</source>
        <translation>
            <numerusform>%n 项未到局端</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written on this computer yet.</source>
        <translation>本机还没有任何记录。</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Written down from general knowledge, to be checked: {rows}.</source>
        <translation>以下各行按一般知识录入，须核对：{rows}。</translation>
    </message>
    <message>
        <source>Save the table, put rows right in a spreadsheet, write where each stands under {source} and “{word}” under {column}, and import it as CSV (UTF-8). Rows you leave out stay as they are.</source>
        <translation>先另存本表，在电子表格中更正有关各行，逐行在 {source} 列写明出处，将 {column} 列改为 {word}，再以 CSV（UTF-8）导入。未列出的行保持不变。</translation>
    </message>
    <message>
        <source>A day under {column} lets a row hold for what begins from that day on.</source>
        <translation>在 {column} 列写明日期的，该行只适用于自这一天起开始的事项。</translation>
    </message>
    <message>
        <source>As supplied again</source>
        <translation>恢复原表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are in {file}.</source>
        <translation>
            <numerusform>%n 行已写入 {file}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Tables ({patterns})</source>
        <translation>表格（{patterns}）</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>另存表格</translation>
    </message>
</context>
<context>
    <name>TargetFields</name>
    <message>
        <source>Name of the target</source>
        <translation>目标名称</translation>
    </message>
    <message>
        <source>Section that answers for it</source>
        <translation>责任科室</translation>
    </message>
    <message>
        <source>Remove this target</source>
        <translation>删除这项目标</translation>
    </message>
    <message>
        <source>Papers that count</source>
        <translation>计数的文书</translation>
    </message>
    <message>
        <source>All kinds of goods</source>
        <translation>各类产品</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>按份数</translation>
    </message>
    <message>
        <source>enterprises</source>
        <translation>按企业数</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>计数方式</translation>
    </message>
    <message>
        <source>{paper}: {goods}</source>
        <translation>{paper}（{goods}）</translation>
    </message>
    <message>
        <source>Kinds of goods</source>
        <translation>产品类别</translation>
    </message>
</context>
<context>
    <name>Terrain</name>
    <message>
        <source>Nothing to draw yet</source>
        <translation>还没有点位</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
</context>
<context>
    <name>TickField</name>
    <message>
        <source>{question}, {chosen}</source>
        <translation>{question}，{chosen}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>TicksQuestion</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>hh:mm</source>
        <translation>时:分</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>New inspection</source>
        <translation>新建检查</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>到期事项</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>没有到期事项</translation>
    </message>
    <message>
        <source>Start a spot check</source>
        <translation>开始监督抽查</translation>
    </message>
    <message>
        <source>Go on filling in</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Find a site</source>
        <translation>查找检查对象</translation>
    </message>
    <message>
        <source>Scan a code</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>快速开始</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>These first</source>
        <translation>先处理这里</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation>30 天内</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the cases</source>
        <translation>
            <numerusform>另有 %n 份见案件</numerusform>
        </translation>
    </message>
    <message>
        <source>show more</source>
        <translation>展开更多</translation>
    </message>
    <message numerus="yes">
        <source>%n more · show more</source>
        <translation>
            <numerusform>另 %n 项·展开更多</numerusform>
        </translation>
    </message>
    <message>
        <source>day off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>{campaign}, day {day}</source>
        <translation>{campaign}第 {day} 天</translation>
    </message>
    <message>
        <source>to be rectified by {day}</source>
        <translation>整改期限 {day}</translation>
    </message>
    <message>
        <source>result expected by {day}</source>
        <translation>检验结果应回 {day}</translation>
    </message>
    <message>
        <source>next test by {day}</source>
        <translation>下次检验 {day}到期</translation>
    </message>
    <message>
        <source>to be done by {day}</source>
        <translation>{day} 前办结</translation>
    </message>
    <message>
        <source>operator's certificate valid until {day}</source>
        <translation>作业人员证有效期至{day}</translation>
    </message>
    <message>
        <source>{told} ({article})</source>
        <translation>{told}（{article}）</translation>
    </message>
    <message>
        <source>apply by {day} ({article})</source>
        <translation>{day}前申请检验（{article}）</translation>
    </message>
    <message>
        <source>not approved yet</source>
        <translation>尚未审批</translation>
    </message>
    <message>
        <source>not announced yet</source>
        <translation>尚未通知企业</translation>
    </message>
    <message>
        <source>report handed in by the enterprise on {day}: re-check it</source>
        <translation>企业已于{day}在线提交整改报告，待复查</translation>
    </message>
    <message>
        <source>found, not ordered yet</source>
        <translation>已发现，尚未责令</translation>
    </message>
    <message>
        <source>no report received</source>
        <translation>未收到整改报告</translation>
    </message>
    <message>
        <source>report received</source>
        <translation>整改报告已收</translation>
    </message>
    <message>
        <source>re-checked, not closed</source>
        <translation>已复查，未关闭</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>尚未送检</translation>
    </message>
    <message>
        <source>with the laboratory</source>
        <translation>已送检</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>去复查</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>责令改正</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Chase</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Send off</source>
        <translation>送检</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>ToldDialog</name>
    <message>
        <source>The party has received the result</source>
        <translation>对方已收到检验结果</translation>
    </message>
    <message>
        <source>The fifteen days for an objection run from the day after. A notice whose service is recorded here sets the day by itself.</source>
        <translation>十五日异议期从第二天起算。在这里登记了通知书的送达，日期会自动填上。</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Site, equipment, document no., barcode…</source>
        <translation>企业、设备、文号、条码 …</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫码</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message numerus="yes">
        <source>Drawing of %n point(s)</source>
        <translation>
            <numerusform>%n 个点的示意图</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceQuestion</name>
    <message>
        <source>Add from receiver</source>
        <translation>从定位器加点</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>A point was removed.</source>
        <translation>已去掉一个点。</translation>
    </message>
    <message>
        <source>All points were removed.</source>
        <translation>已去掉全部的点。</translation>
    </message>
    <message>
        <source>Area {number} m²</source>
        <translation>面积 {number} 平方米</translation>
    </message>
    <message>
        <source>Length {number} m</source>
        <translation>长度 {number} 米</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read as points and were left out.</source>
        <translation>
            <numerusform>有 %n 行不是经纬度，没有粘贴。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) are kept as they are; clear them to enter others.</source>
        <translation>
            <numerusform>共 %n 个点，原样保留；如需重新填写，请先清除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An area needs at least three points; %n more. Several may be pasted at once, one on a line.</source>
        <translation>
            <numerusform>范围至少要有三个点，还差 %n 个。可以一次粘贴多个点，每行一个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A line needs at least two points; %n more. Several may be pasted at once, one on a line.</source>
        <translation>
            <numerusform>线路至少要有两个点，还差 %n 个。可以一次粘贴多个点，每行一个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Fill in believably</source>
        <translation>自动试填</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Copy as a test</source>
        <translation>复制为测试</translation>
    </message>
    <message>
        <source>The form can be tried once its workbook has no errors</source>
        <translation>工作簿没有错误后可以试填</translation>
    </message>
    <message>
        <source>Everything open was filled in.</source>
        <translation>未答的内容都已填上。</translation>
    </message>
    <message>
        <source>The form was emptied.</source>
        <translation>表单已清空。</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试填</translation>
    </message>
    <message>
        <source>Copied. Paste it below the headings of the sheet “tests” and save.</source>
        <translation>已复制。请粘贴到“测试”工作表的标题行下面并保存。</translation>
    </message>
    <message>
        <source>A row was removed.</source>
        <translation>已删除一行。</translation>
    </message>
</context>
<context>
    <name>TrialMedia</name>
    <message>
        <source>Made up for the trial</source>
        <translation>试填用的示例</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>Page</source>
        <translation>纸面</translation>
    </message>
    <message>
        <source>The page could not be drawn</source>
        <translation>纸面未能生成</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
</context>
<context>
    <name>VersionDialog</name>
    <message>
        <source>From version {old} to version {new} of the form</source>
        <translation>表单版本由 {old} 变更为 {new}</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原版本</translation>
    </message>
    <message>
        <source>Move to version {new}</source>
        <translation>改用版本 {new}</translation>
    </message>
    <message>
        <source>not asked any more</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>does not fit the question any more</source>
        <translation>与新题型不符</translation>
    </message>
    <message>
        <source>this choice is gone</source>
        <translation>该选项已取消</translation>
    </message>
    <message>
        <source>the form says it itself now</source>
        <translation>改由表单自动计算</translation>
    </message>
    <message>
        <source>must be answered</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>not allowed any more</source>
        <translation>不符合新规则</translation>
    </message>
    <message>
        <source>Finding let go: {item}</source>
        <translation>问题随之撤下：{item}</translation>
    </message>
    <message>
        <source>not right any more</source>
        <translation>不再有效</translation>
    </message>
    <message>
        <source>Emptied or dropped: {count}</source>
        <translation>将清空或舍去：{count} 项</translation>
    </message>
    <message>
        <source>Newly asked or newly wrong: {count}</source>
        <translation>新增或需更正：{count} 项</translation>
    </message>
    <message>
        <source>Carried over: {count}</source>
        <translation>原样保留：{count} 项</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>This paper stays on version {now} until you move it to {newer}.</source>
        <translation>本文书仍用版本 {now}，由您决定是否改用 {newer}。</translation>
    </message>
    <message>
        <source>There is a newer version of this form</source>
        <translation>此表单有新版本</translation>
    </message>
    <message>
        <source>See what changes</source>
        <translation>查看变化</translation>
    </message>
    <message>
        <source>Not for this paper</source>
        <translation>此件不变更</translation>
    </message>
    <message>
        <source>Now on version {version}</source>
        <translation>已改用版本 {version}</translation>
    </message>
    <message>
        <source>What did not come along is kept; undo brings everything back as it was.</source>
        <translation>未带过来的内容仍有保存，撤销即可全部恢复原样。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>VisitBox</name>
    <message>
        <source>Kind of inspection</source>
        <translation>检查类别</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>检查日期</translation>
    </message>
    <message>
        <source>This visit exceeds the cap of the year</source>
        <translation>再查一次就超过年度上限了</translation>
    </message>
    <message>
        <source>It can be made all the same; the reason stands in the approval.</source>
        <translation>确有必要的仍可检查，请写明理由，理由会写进审批表。</translation>
    </message>
    <message>
        <source>Reason for one more visit</source>
        <translation>超过上限的理由</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>检查类别</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>检查日期</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>检查频次</translation>
    </message>
    <message>
        <source>This is not a day; write it as 2026-09-30.</source>
        <translation>这不是日期，请写成 2026-09-30。</translation>
    </message>
    <message>
        <source>Write down why this visit is needed beyond the cap.</source>
        <translation>请写明为什么超过上限还要检查。</translation>
    </message>
</context>
<context>
    <name>VisitCard</name>
    <message>
        <source>Approval and notice of the inspection</source>
        <translation>检查审批和通知</translation>
    </message>
    <message>
        <source>Prepare the approval</source>
        <translation>填写审批表</translation>
    </message>
    <message>
        <source>Prepare the notice</source>
        <translation>制作通知书</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>planned for {day}</source>
        <translation>计划{day}检查</translation>
    </message>
    <message>
        <source>by scan</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工登记</translation>
    </message>
    <message>
        <source>arrived {at} ({by})</source>
        <translation>{at}到达（{by}）</translation>
    </message>
    <message>
        <source>left {at}</source>
        <translation>{at}离开</translation>
    </message>
</context>
<context>
    <name>VisitsPage</name>
    <message>
        <source>Inspections a year</source>
        <translation>每年检查次数</translation>
    </message>
    <message>
        <source>Hours for the approval afterwards</source>
        <translation>补办审批的小时数</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>不计入频次</translation>
    </message>
    <message>
        <source>Published in</source>
        <translation>公布文件</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>State Council Office [2024] No. 54 asks each level to publish how often an enterprise may be inspected a year. Leave the number empty until your bureau has published one: nothing is warned of.</source>
        <translation>国办发〔2024〕54号要求公布同一企业年度检查频次上限。本局还没有公布的，次数留空，不作提示。</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>年度上限</translation>
    </message>
    <message>
        <source>Inspections of one enterprise in a year</source>
        <translation>同一企业一年内的检查次数</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急检查</translation>
    </message>
    <message>
        <source>Hours within which an urgent one is approved afterwards</source>
        <translation>紧急检查在多少小时内补办审批</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>The paper the cap was published in</source>
        <translation>公布上限的文件名称和文号</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Keeping the file</source>
        <translation>正在保存文件</translation>
    </message>
    <message>
        <source>Stop; keep nothing</source>
        <translation>停止，不保留</translation>
    </message>
    <message>
        <source>{done} of {total} MB read</source>
        <translation>已读取 {done} / {total} MB</translation>
    </message>
    <message>
        <source>Read; now it is encrypted and kept</source>
        <translation>读取完毕，正在加密保存</translation>
    </message>
</context>
<context>
    <name>YearQuestion</name>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>ZoomButton</name>
    <message>
        <source>Fit page</source>
        <translation>适合页面</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Real size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Twice the size</source>
        <translation>放大一倍</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>检查对象</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Rectification</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样品</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全局检索</translation>
    </message>
    <message>
        <source>Scan a code</source>
        <translation>扫码</translation>
    </message>
    <message>
        <source>New inspection</source>
        <translation>新建检查</translation>
    </message>
    <message>
        <source>Start a spot check</source>
        <translation>开始监督抽查</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>切换浅色／深色</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文／English</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>全部快捷键</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>Looked at {operations} journal entries, {frames} in the second journal, {blobs} files and {documents} issued documents.</source>
        <translation>已检查操作记录 {operations} 条、第二日志 {frames} 条、文件 {blobs} 个、已发出文书 {documents} 份。</translation>
    </message>
    <message>
        <source>Everything is whole.</source>
        <translation>数据完整无误。</translation>
    </message>
    <message numerus="yes">
        <source>%n break(s) found.</source>
        <translation>
            <numerusform>发现 %n 处异常。</numerusform>
        </translation>
    </message>
    <message>
        <source>The database file is damaged: {detail}. Restore it from a backup and the journal.</source>
        <translation>数据库文件损坏：{detail}。请用备份和日志恢复。</translation>
    </message>
    <message>
        <source>Entry {seq} of the journal is not what was written ({how}): somebody or something changed it afterwards.</source>
        <translation>操作记录第 {seq} 条与当时写入的不符（{how}）：事后被改动过。</translation>
    </message>
    <message>
        <source>Entry {seq} of the journal is missing.</source>
        <translation>日志缺第 {seq} 条。</translation>
    </message>
    <message>
        <source>{name} in the database is not as this program makes it ({how}).</source>
        <translation>数据库中的 {name} 与本程序所建不符（{how}）。</translation>
    </message>
    <message>
        <source>The database no longer says under which name this computer writes its journal.</source>
        <translation>数据库中已没有本机书写日志所用的名称。</translation>
    </message>
    <message>
        <source>{entries} entries of the journal belong to a computer the database does not list (row {row}).</source>
        <translation>日志中有 {entries} 条属于数据库未登记的电脑（行号 {row}）。</translation>
    </message>
    <message>
        <source>The second journal {path} belongs to a computer the database does not list.</source>
        <translation>第二日志 {path} 属于数据库未登记的电脑。</translation>
    </message>
    <message>
        <source>Part of the data cannot be read as it should: {detail}.</source>
        <translation>部分数据无法正常读取：{detail}。</translation>
    </message>
    <message>
        <source>The second journal {path} is damaged at byte {at}.</source>
        <translation>第二日志 {path} 在第 {at} 字节处损坏。</translation>
    </message>
    <message>
        <source>Entry {seq} differs between the store and the second journal.</source>
        <translation>第 {seq} 条在数据库与第二日志中不一致。</translation>
    </message>
    <message>
        <source>Entries {first} to {last} are missing in the second journal.</source>
        <translation>第二日志缺第 {first} 至 {last} 条。</translation>
    </message>
    <message>
        <source>The second journal has entry {seq}, the store has not: the store was set back.</source>
        <translation>第二日志有第 {seq} 条而数据库没有：数据库曾被退回到较早状态。</translation>
    </message>
    <message>
        <source>Table {table}, row {key} does not agree with the journal ({how}{columns}): it was changed past the program. The journal holds the true values.</source>
        <translation>表 {table} 的 {key} 行与日志不符（{how}{columns}）：曾绕过程序改动。以日志中的值为准。</translation>
    </message>
    <message>
        <source>A file of what this computer took over from the bureau when it began is gone or damaged (SHA-256 {sha256}). What it held stands in the tables; only they can no longer be made anew. Copy the file back from a backup of the folder; or restore the store, which fetches it from the bureau.</source>
        <translation>本机加入时从局里接收的资料中，有一个文件丢失或损坏（SHA-256 {sha256}）。其中的内容仍在各数据表中，只是无法再据以重建数据表。请从该文件夹的备份中复制回来；或执行数据恢复，由程序重新从局里取回。</translation>
    </message>
    <message>
        <source>The tables cannot be made again from the journal: {detail}.</source>
        <translation>无法依据日志重建数据表：{detail}。</translation>
    </message>
    <message>
        <source>The file of a photo or paper is gone ({rec_type} {rec_id}, SHA-256 {sha256}).</source>
        <translation>照片或文书的文件丢失（{rec_type} {rec_id}，SHA-256 {sha256}）。</translation>
    </message>
    <message>
        <source>The file of a photo or paper is not what was kept ({rec_type} {rec_id}, SHA-256 {sha256}).</source>
        <translation>照片或文书的文件与留存时不符（{rec_type} {rec_id}，SHA-256 {sha256}）。</translation>
    </message>
    <message>
        <source>The content of {number} is not the one it was issued with.</source>
        <translation>{number} 的内容与发出时不符。</translation>
    </message>
    <message>
        <source>The signature of {number} does not fit: it was not issued like this on this device.</source>
        <translation>{number} 的签名不符：本机并未如此发出。</translation>
    </message>
    <message>
        <source>{number} was changed after it had been issued.</source>
        <translation>{number} 发出后被改动过。</translation>
    </message>
    <message>
        <source>Numbers {lo} to {hi} of the series {series} ({year}) are unaccounted for.</source>
        <translation>{series}〔{year}〕第 {lo} 至 {hi} 号去向不明。</translation>
    </message>
    <message>
        <source>Number {number} of the series {series} ({year}) is taken, but there is no document.</source>
        <translation>{series}〔{year}〕第 {number} 号已占用，但没有对应文书。</translation>
    </message>
    <message>
        <source>Number {number} of the series {series} ({year}) stands on {papers} papers; each of them says what the bureau decided.</source>
        <translation>字号“{series}”（{year}）的第 {number} 号用在了 {papers} 份文书上；局端的决定见各份文书。</translation>
    </message>
    <message>
        <source>The store does not agree with the anchor kept outside it ({how}): it may have been set back to an earlier state.</source>
        <translation>数据库与库外留存的锚点不符（{how}）：可能被退回到较早状态。</translation>
    </message>
    <message>
        <source>The anchor kept outside the store is spoiled: whether the store was set back to an earlier state cannot be told.</source>
        <translation>数据库外留存的锚点已损坏，无法判断数据库是否被退回到较早状态。</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>不见了</translation>
    </message>
    <message>
        <source>put in</source>
        <translation>多出来</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>被改动</translation>
    </message>
</context>
<context>
    <name>batches</name>
    <message>
        <source>In stock, sealed up</source>
        <translation>库存封存</translation>
    </message>
    <message>
        <source>Taken for tests</source>
        <translation>抽样检验</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>已售出</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已召回</translation>
    </message>
    <message>
        <source>Beyond reach</source>
        <translation>无法召回</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修理改正</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>Made {made} = in stock {stock} + tests {tested} + sold {sold}</source>
        <translation>生产{made} = 库存{stock} + 抽样{tested} + 售出{sold}</translation>
    </message>
    <message>
        <source>Sold {sold} = called back {recalled} + beyond reach {lost}</source>
        <translation>售出{sold} = 召回{recalled} + 无法召回{lost}</translation>
    </message>
    <message>
        <source>In stock {stock} + called back {recalled} = repaired {repaired} + destroyed {destroyed}</source>
        <translation>库存{stock} + 召回{recalled} = 改正{repaired} + 销毁{destroyed}</translation>
    </message>
    <message>
        <source>{amount} too many are told of</source>
        <translation>多出{amount}</translation>
    </message>
    <message>
        <source>{amount} are not accounted for</source>
        <translation>还有{amount}去向不明</translation>
    </message>
    <message>
        <source>{amount} sold are neither back nor accounted for</source>
        <translation>售出的还有{amount}没有召回，也没有说明</translation>
    </message>
    <message>
        <source>{amount} are neither repaired nor destroyed yet</source>
        <translation>还有{amount}没有改正或者销毁</translation>
    </message>
    <message>
        <source>{party}: {amount} more came back than were sold there</source>
        <translation>{party}：召回比售出多{amount}</translation>
    </message>
    <message>
        <source>{party}: {amount} still out</source>
        <translation>{party}：还有{amount}没有召回</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>M月d日 dddd</translation>
    </message>
</context>
<context>
    <name>designer</name>
    <message>
        <source>Drafts break</source>
        <translation>草稿不兼容</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>要看一下</translation>
    </message>
    <message>
        <source>Harmless</source>
        <translation>无妨</translation>
    </message>
</context>
<context>
    <name>equipment</name>
    <message>
        <source>in use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>scrapped</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>No test date</source>
        <translation>无检验日期</translation>
    </message>
    <message>
        <source>Until {month}</source>
        <translation>有效至 {month}</translation>
    </message>
    <message>
        <source>“{value}”: the spreadsheet took the number for an amount and lost its last digits. Format the column as text and type it again.</source>
        <translation>“{value}”：表格软件把编号当成了数值，末尾几位已丢失。请把该列设为文本格式后重新录入。</translation>
    </message>
    <message>
        <source>“{value}” is no equipment code: {problem}.</source>
        <translation>“{value}”不是有效的设备代码：{problem}。</translation>
    </message>
    <message>
        <source>“{value}” is no registration number: {problem}.</source>
        <translation>“{value}”不是有效的使用登记证编号：{problem}。</translation>
    </message>
    <message>
        <source>“{value}” is no credit code: {problem}.</source>
        <translation>“{value}”不是有效的统一社会信用代码：{problem}。</translation>
    </message>
    <message>
        <source>“{value}” is no number of a certificate: {problem}.</source>
        <translation>“{value}”不是有效的证件编号：{problem}。</translation>
    </message>
    <message>
        <source>The row has no certificate.</source>
        <translation>这一行没有证件编号。</translation>
    </message>
    <message>
        <source>The row does not say whose certificate it is.</source>
        <translation>这一行没有写姓名。</translation>
    </message>
    <message>
        <source>The row does not say until when the certificate holds.</source>
        <translation>这一行没有写证件有效期。</translation>
    </message>
    <message>
        <source>The row has neither equipment code nor registration number.</source>
        <translation>本行既没有设备代码，也没有使用登记证编号。</translation>
    </message>
    <message>
        <source>“{value}” is not in the catalogue of 2014, or not below what stands before it.</source>
        <translation>“{value}”不在2014年《特种设备目录》中，或者不属于前面所填的种类、类别。</translation>
    </message>
    <message>
        <source>The equipment code {value} is of another kind than the row says.</source>
        <translation>设备代码{value}与本行所填的种类、品种不一致。</translation>
    </message>
    <message>
        <source>The row does not say what kind it is.</source>
        <translation>本行没有填写设备种类或品种。</translation>
    </message>
    <message>
        <source>The row does not say who uses it.</source>
        <translation>本行没有填写使用单位。</translation>
    </message>
    <message>
        <source>“{value}” is not a day. Write it like 2026-05-01.</source>
        <translation>“{value}”不是日期。请写成2026-05-01的样子。</translation>
    </message>
    <message>
        <source>“{value}” names only a month. Write the day as well.</source>
        <translation>“{value}”只写到月份。请把日也写上。</translation>
    </message>
    <message>
        <source>“{value}” lies too far away to be such a day.</source>
        <translation>“{value}”离现在太远，不像是这里的日期。</translation>
    </message>
    <message>
        <source>“{value}” is no status. Write in use, stopped or scrapped.</source>
        <translation>“{value}”不是设备状态。请填在用、停用或报废。</translation>
    </message>
    <message>
        <source>“{value}” does not say whether it is a key unit. Write yes or no.</source>
        <translation>“{value}”看不出是不是重点单位，请填“是”或“否”。</translation>
    </message>
    <message>
        <source>“{value}” is a formula without its result. Open the list, save it, import it again.</source>
        <translation>“{value}”是公式，文件里没有保存计算结果。请用表格软件打开该台账，保存后重新导入。</translation>
    </message>
    <message>
        <source>“{value}” is what a formula shows that failed. Put the cell right.</source>
        <translation>“{value}”是公式出错的显示，请改正该单元格。</translation>
    </message>
    <message>
        <source>“{value}…” is far too long for this column.</source>
        <translation>“{value}……”太长，不像是本列的内容。</translation>
    </message>
    <message>
        <source>The unit {text} is not in the register.</source>
        <translation>名录中没有“{text}”这家单位。</translation>
    </message>
    <message>
        <source>{text} is what {known} was called before, or the code it had.</source>
        <translation>{text}是{known}的曾用名称或者曾用代码。</translation>
    </message>
    <message>
        <source>Several units of the register fit {text}.</source>
        <translation>名录中有几家单位都与“{text}”相符。</translation>
    </message>
    <message>
        <source>The list says {text}; in the register the code belongs to {known}.</source>
        <translation>台账写的是“{text}”；名录中这个代码属于“{known}”。</translation>
    </message>
    <message>
        <source>The list says {text}; the register has another code: {known}.</source>
        <translation>台账写的是“{text}”；名录中登记的代码不同：“{known}”。</translation>
    </message>
    <message>
        <source>{text} stands in several rows that differ.</source>
        <translation>{text}出现在几行中，而各行内容不同。</translation>
    </message>
    <message>
        <source>The list says {text}; the register has {known} for the same equipment.</source>
        <translation>台账写的是{text}；同一台设备在登记簿中是{known}。</translation>
    </message>
    <message>
        <source>The numbers {text} belong to different equipment in the register.</source>
        <translation>编号{text}在登记簿中分属不同的设备。</translation>
    </message>
    <message>
        <source>The equipment {text} is not in the register.</source>
        <translation>设备{text}不在台账中。</translation>
    </message>
    <message>
        <source>The equipment {text} belongs to another unit: {known}.</source>
        <translation>设备{text}登记在另一单位：{known}。</translation>
    </message>
    <message>
        <source>Several people of the register have the certificate: {text}.</source>
        <translation>有几个人登记了同一证件：{text}。</translation>
    </message>
    <message>
        <source>The list says {text}; the unit has somebody of this name: {known}.</source>
        <translation>表中是{text}；该单位已有同名人员：{known}。</translation>
    </message>
    <message>
        <source>The list says {text}; in the register the certificate belongs to {known}.</source>
        <translation>表中是{text}；该证件登记的持证人是{known}。</translation>
    </message>
    <message>
        <source>{text} belongs to another unit so far: {known}.</source>
        <translation>{text}目前登记在另一单位：{known}。</translation>
    </message>
    <message>
        <source>Whether {text} is a key unit is told in two ways, or was decided otherwise.</source>
        <translation>{text}是否重点单位，表中前后不一，或与已作的认定不同。</translation>
    </message>
    <message>
        <source>{sheet}: the value of merged cells was given to every row they cover ({count} cells, row {rows}).</source>
        <translation>{sheet}：合并单元格的内容已填到所含的每一行（{count}格，第{rows}行）。</translation>
    </message>
    <message>
        <source>{sheet} is a hidden sheet; its rows are read too ({count}).</source>
        <translation>{sheet}是隐藏的工作表，其中{count}行也已读入。</translation>
    </message>
    <message>
        <source>{sheet} has hidden rows, which are read too ({count}): row {rows}.</source>
        <translation>{sheet}有隐藏的行，共{count}行也已读入：第{rows}行。</translation>
    </message>
    <message>
        <source>{sheet} has hidden columns, which are read too: {headings}.</source>
        <translation>{sheet}有隐藏的列，也已读入：{headings}。</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>暂不导入</translation>
    </message>
    <message>
        <source>It is {text}</source>
        <translation>就是{text}</translation>
    </message>
    <message>
        <source>Add {text} as a new unit</source>
        <translation>新增单位“{text}”</translation>
    </message>
    <message>
        <source>Take row {text}</source>
        <translation>采用这一行：{text}</translation>
    </message>
    <message>
        <source>Take {text} from the list</source>
        <translation>采用台账中的{text}</translation>
    </message>
    <message>
        <source>Keep {text}</source>
        <translation>保留{text}</translation>
    </message>
    <message>
        <source>Take {text} over without equipment</source>
        <translation>只导入{text}，不关联设备</translation>
    </message>
    <message>
        <source>It is somebody else of this name: {text}</source>
        <translation>是另一个同名的人：{text}</translation>
    </message>
    <message>
        <source>Now of the unit {text}; its posts elsewhere end</source>
        <translation>改到{text}，原单位的作业随之结束</translation>
    </message>
    <message>
        <source>It is a key unit</source>
        <translation>是重点单位</translation>
    </message>
    <message>
        <source>It is not a key unit</source>
        <translation>不是重点单位</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet}，第{row}行</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第{row}行</translation>
    </message>
    <message>
        <source>{sheet}, row {row}, column {column}</source>
        <translation>{sheet}，第{row}行，{column}列</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第{row}行，{column}列</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Stopped: no file was written.</source>
        <translation>已停止，没有写出文件。</translation>
    </message>
    <message>
        <source>{count} records so far</source>
        <translation>已处理 {count} 条</translation>
    </message>
    <message>
        <source>Written: {records} records and {rows} rows, of {versions} versions.</source>
        <translation>已导出：记录 {records} 条，明细 {rows} 行，表单版本 {versions} 个。</translation>
    </message>
    <message>
        <source>What is written is not encrypted: keep it as you keep the papers.</source>
        <translation>导出的文件未加密，请像纸质文书一样妥善保管。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Version of the form</source>
        <translation>表单版本</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>被检查单位</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>检查人员</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>What the columns are</source>
        <translation>字段说明</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>所见事实</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>处理措施</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文书文号</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Report of the party</source>
        <translation>整改报告</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>报告日期</translation>
    </message>
    <message>
        <source>Re-check by</source>
        <translation>复查期限</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>检查日期</translation>
    </message>
    <message>
        <source>One workbook with a sheet for each table</source>
        <translation>一个工作簿，每张表一个工作表</translation>
    </message>
    <message>
        <source>A file for each table, readable by everything</source>
        <translation>每张表一个文件，各种软件都能读取</translation>
    </message>
    <message>
        <source>For other programs</source>
        <translation>供其他程序读取</translation>
    </message>
    <message>
        <source>One database file, to be asked with SQL</source>
        <translation>一个数据库文件，可用 SQL 查询</translation>
    </message>
</context>
<context>
    <name>finding</name>
    <message>
        <source>Failed: {item}</source>
        <translation>不合格：{item}</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>较重</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Correct at once</source>
        <translation>责令立即改正</translation>
    </message>
    <message>
        <source>Correct by a date</source>
        <translation>责令限期改正</translation>
    </message>
    <message>
        <source>Hand over to open a case</source>
        <translation>转立案</translation>
    </message>
    <message>
        <source>Penalty: {article}</source>
        <translation>罚则 {article}</translation>
    </message>
    <message>
        <source>This article has no text in the library.</source>
        <translation>法规库中此条没有条文内容。</translation>
    </message>
    <message>
        <source>Its number is not confirmed: it may not be printed yet.</source>
        <translation>条号尚未核实，暂不能打印。</translation>
    </message>
    <message>
        <source>Not in force on this day.</source>
        <translation>此条当日未生效或已失效。</translation>
    </message>
    <message>
        <source>by {article}</source>
        <translation>依据{article}</translation>
    </message>
    <message>
        <source>clock in doubt: check the day it is counted from</source>
        <translation>时钟存疑，请核对起算日</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>counted from {day}</source>
        <translation>自 {day} 起算</translation>
    </message>
    <message>
        <source>{day} is a make-up working day and counts</source>
        <translation>{day}调休上班，已计入</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} left out</source>
        <translation>{names}假期不计</translation>
    </message>
    <message>
        <source>{day} is a day off, so it ends on the next working day</source>
        <translation>{day}为休息日，顺延至下一工作日</translation>
    </message>
    <message>
        <source>provisional: the calendar of that year is not published yet</source>
        <translation>暂定：该年节假日安排尚未公布</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n 个自然日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set by hand: %n calendar day(s)</source>
        <translation>
            <numerusform>手工设定：%n 个自然日</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>follow_ups</name>
    <message>
        <source>hand in the file of the citation</source>
        <translation>当场处罚案卷归档</translation>
    </message>
    <message>
        <source>hand in the fine collected in cash</source>
        <translation>上交当场收缴的罚款</translation>
    </message>
    <message>
        <source>see that the department pays the cash in</source>
        <translation>部门把当场收缴的罚款缴付银行</translation>
    </message>
    <message>
        <source>see whether the fine was paid in</source>
        <translation>核对罚款是否已缴纳</translation>
    </message>
    <message>
        <source>serve the paper by this day</source>
        <translation>文书最迟这一天送达</translation>
    </message>
    <message>
        <source>hold the interview</source>
        <translation>进行约谈</translation>
    </message>
    <message>
        <source>send a second notice of the interview</source>
        <translation>再次发出约谈通知书</translation>
    </message>
    <message>
        <source>note the refusal in the credit file</source>
        <translation>把拒绝约谈的情况记入信用监管档案</translation>
    </message>
    <message>
        <source>hand the violation over to open a case</source>
        <translation>对违法行为移交立案</translation>
    </message>
    <message>
        <source>hand what was seen over for an inspection</source>
        <translation>把发现的问题转交执法检查</translation>
    </message>
    <message>
        <source>take the samples while the notice holds</source>
        <translation>在抽查通知书有效期内抽样</translation>
    </message>
    <message>
        <source>take in the materials asked for</source>
        <translation>收取限期提供的材料</translation>
    </message>
    <message>
        <source>hold the questioning</source>
        <translation>进行询问</translation>
    </message>
    <message>
        <source>decide on the evidence preserved, or it is free</source>
        <translation>对登记保存的证据作出处理，逾期自动解除</translation>
    </message>
    <message>
        <source>order what was not kept to be put right</source>
        <translation>对没有履行的承诺责令限期改正</translation>
    </message>
    <message>
        <source>put the unit on the list of more frequent checks</source>
        <translation>把该单位列为监督检查重点</translation>
    </message>
    <message>
        <source>see whether the suspension has ended</source>
        <translation>查看中止的期限能否恢复计算</translation>
    </message>
    <message>
        <source>see whether the commitment was kept</source>
        <translation>核实承诺是否兑现</translation>
    </message>
    <message>
        <source>re-check what was reported put right</source>
        <translation>复查已报告改正的问题</translation>
    </message>
    <message>
        <source>decide whether a case is filed</source>
        <translation>决定是否立案</translation>
    </message>
    <message>
        <source>issue the notice of the interview</source>
        <translation>制发约谈通知书</translation>
    </message>
    <message>
        <source>issue the on-the-spot decision</source>
        <translation>制发当场处罚决定书</translation>
    </message>
    <message>
        <source>tell the stated maker or its bureau</source>
        <translation>通报标称生产者所在地部门（本地的告知生产者）</translation>
    </message>
    <message>
        <source>report to the bureau above</source>
        <translation>向上一级部门报告</translation>
    </message>
    <message>
        <source>have the measure approved</source>
        <translation>补办强制措施批准手续</translation>
    </message>
    <message>
        <source>the sealing or seizure ends: decide or release</source>
        <translation>查封、扣押到期：作出处理决定或者解除</translation>
    </message>
    <message>
        <source>what the check saw is not in the register</source>
        <translation>检查所见尚未更新到设备登记</translation>
    </message>
    <message>
        <source>the party may object until then</source>
        <translation>异议期届满</translation>
    </message>
    <message>
        <source>decide whether the objection is accepted</source>
        <translation>决定异议是否受理</translation>
    </message>
    <message>
        <source>have the spare tested by the other laboratory</source>
        <translation>送备样到另一检验机构复检</translation>
    </message>
    <message>
        <source>give back the rest of the samples</source>
        <translation>退还检余样品</translation>
    </message>
    <message>
        <source>the rectification report is due</source>
        <translation>应收整改报告</translation>
    </message>
    <message>
        <source>the inspection is planned for this day</source>
        <translation>计划当日到企业检查</translation>
    </message>
    <message>
        <source>tell whether the complaint is accepted</source>
        <translation>决定是否受理并告知投诉人</translation>
    </message>
    <message>
        <source>handle the complaint and tell the consumer</source>
        <translation>处理投诉并告知消费者</translation>
    </message>
    <message>
        <source>bring the mediation to its end</source>
        <translation>完成调解</translation>
    </message>
    <message>
        <source>see whether the proof of identity came in</source>
        <translation>看身份证明材料是否提供</translation>
    </message>
    <message>
        <source>hold the mediation</source>
        <translation>组织现场调解</translation>
    </message>
    <message>
        <source>tell both sides that the mediation ended</source>
        <translation>把终止调解告知双方</translation>
    </message>
    <message>
        <source>tell the reporter the result</source>
        <translation>告知举报人处理结果</translation>
    </message>
    <message>
        <source>the chief quality officer's yearly review</source>
        <translation>首席质量官年度评审</translation>
    </message>
    <message>
        <source>have the failed re-check announced</source>
        <translation>复查不合格，上报公告</translation>
    </message>
    <message>
        <source>second re-check</source>
        <translation>公告后再次复查</translation>
    </message>
    <message>
        <source>order the business to stop</source>
        <translation>责令停业、限期整顿</translation>
    </message>
    <message>
        <source>a task the bureau gave you</source>
        <translation>局里分派的任务</translation>
    </message>
    <message>
        <source>have the urgent inspection approved</source>
        <translation>补办紧急检查的审批</translation>
    </message>
</context>
<context>
    <name>matters</name>
    <message>
        <source>Product quality, spot check</source>
        <translation>产品质量监督抽查</translation>
    </message>
    <message>
        <source>Special equipment, a lift</source>
        <translation>特种设备安全监督检查（电梯）</translation>
    </message>
    <message>
        <source>Special equipment, a boiler</source>
        <translation>特种设备安全监督检查（锅炉）</translation>
    </message>
    <message>
        <source>Special equipment, a pressure vessel</source>
        <translation>特种设备安全监督检查（压力容器）</translation>
    </message>
    <message>
        <source>Special equipment, a pressure pipe</source>
        <translation>特种设备安全监督检查（压力管道）</translation>
    </message>
    <message>
        <source>Special equipment, cylinders and filling</source>
        <translation>特种设备安全监督检查（气瓶和充装）</translation>
    </message>
    <message>
        <source>Special equipment, a crane</source>
        <translation>特种设备安全监督检查（起重机械）</translation>
    </message>
    <message>
        <source>Special equipment, a works vehicle</source>
        <translation>特种设备安全监督检查（场内机动车）</translation>
    </message>
    <message>
        <source>Special equipment, a ropeway</source>
        <translation>特种设备安全监督检查（客运索道）</translation>
    </message>
    <message>
        <source>Special equipment, an amusement ride</source>
        <translation>特种设备安全监督检查（大型游乐设施）</translation>
    </message>
    <message>
        <source>Supervisory interview</source>
        <translation>约谈</translation>
    </message>
    <message>
        <source>12315 desk: complaint, report, inquiry</source>
        <translation>12315接待登记（投诉、举报、咨询）</translation>
    </message>
    <message>
        <source>Fibre products round a school</source>
        <translation>放心纤检（学校周边纤维制品）</translation>
    </message>
    <message>
        <source>Car after-sales service</source>
        <translation>汽车售后服务检查</translation>
    </message>
    <message>
        <source>Survey of a key enterprise</source>
        <translation>骨干企业调研</translation>
    </message>
    <message>
        <source>Chief quality officer</source>
        <translation>首席质量官任命</translation>
    </message>
    <message>
        <source>Free metrology service</source>
        <translation>惠民计量服务</translation>
    </message>
    <message>
        <source>Publicity activity</source>
        <translation>宣传活动</translation>
    </message>
    <message>
        <source>Draw a sample</source>
        <translation>抽取样品</translation>
    </message>
    <message>
        <source>Lot, plan, seeded draw, seals and the sampling sheet</source>
        <translation>抽样基数、方案、随机抽取、封条和抽样单</translation>
    </message>
    <message>
        <source>On-site record</source>
        <translation>现场笔录</translation>
    </message>
    <message>
        <source>What was seen, said and done on the spot, signed by everyone</source>
        <translation>现场情况、当事人陈述和采取的措施，各方签名</translation>
    </message>
    <message>
        <source>Rectification notice</source>
        <translation>责令改正通知书</translation>
    </message>
    <message>
        <source>Special-equipment instruction</source>
        <translation>特种设备安全监察指令书</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>整改复查</translation>
    </message>
    <message>
        <source>What was ordered, item by item: put right or not</source>
        <translation>逐项核对责令的问题是否改正</translation>
    </message>
    <message>
        <source>Report to the bureau above</source>
        <translation>向上一级部门报告</translation>
    </message>
    <message>
        <source>A serious hazard or a major violation is reported at once</source>
        <translation>重大违法行为、严重事故隐患应当及时上报</translation>
    </message>
    <message>
        <source>List for sealing or seizure</source>
        <translation>查封、扣押清单</translation>
    </message>
    <message>
        <source>Counted on the spot, with a seal for each item</source>
        <translation>当场清点，逐项编封条号</translation>
    </message>
    <message>
        <source>Decision to seal or seize</source>
        <translation>查封、扣押决定</translation>
    </message>
    <message>
        <source>Up to thirty days, over the list</source>
        <translation>对清单所列实施，期限不超过三十日</translation>
    </message>
    <message>
        <source>Extend the sealing or seizure</source>
        <translation>延长查封、扣押期限</translation>
    </message>
    <message>
        <source>Once, up to thirty days more, before the term ends</source>
        <translation>期满前可以延长一次，不超过三十日</translation>
    </message>
    <message>
        <source>Release what was sealed or seized</source>
        <translation>解除查封、扣押</translation>
    </message>
    <message>
        <source>As soon as it is not needed, at the latest when the term ends</source>
        <translation>不再需要的及时解除，最迟期满解除</translation>
    </message>
    <message>
        <source>Yearly review</source>
        <translation>年度评审</translation>
    </message>
    <message>
        <source>Grades of the five duties, the result, and the next date</source>
        <translation>五项职责评价、评审结果和下次日期</translation>
    </message>
    <message>
        <source>Check another lift</source>
        <translation>再查一台电梯</translation>
    </message>
    <message>
        <source>One record for each lift that is looked at</source>
        <translation>每抽查一台电梯，写一份记录</translation>
    </message>
    <message>
        <source>Check another boiler</source>
        <translation>再查一台锅炉</translation>
    </message>
    <message>
        <source>One record for each piece of equipment that is looked at</source>
        <translation>每检查一台设备，写一份记录</translation>
    </message>
    <message>
        <source>Check another pressure vessel</source>
        <translation>再查一台压力容器</translation>
    </message>
    <message>
        <source>Check another pressure pipe</source>
        <translation>再查一条压力管道</translation>
    </message>
    <message>
        <source>Check another crane</source>
        <translation>再查一台起重机械</translation>
    </message>
    <message>
        <source>Check another works vehicle</source>
        <translation>再查一台场内机动车</translation>
    </message>
    <message>
        <source>Check another ropeway</source>
        <translation>再查一条客运索道</translation>
    </message>
    <message>
        <source>Check another ride</source>
        <translation>再查一台游乐设施</translation>
    </message>
    <message>
        <source>Check another kind of cylinders</source>
        <translation>再查一种气瓶</translation>
    </message>
    <message>
        <source>One record for each kind of cylinders that is looked at</source>
        <translation>每检查一种气瓶，写一份记录</translation>
    </message>
    <message>
        <source>Confirmation of the address</source>
        <translation>送达地址确认书</translation>
    </message>
    <message>
        <source>Where papers reach the party; needed to serve online</source>
        <translation>约定文书送到哪里；电子送达必须先签署</translation>
    </message>
    <message>
        <source>Interview notice</source>
        <translation>约谈通知</translation>
    </message>
    <message>
        <source>Why, about what, when and where, and who shall come</source>
        <translation>事由、内容、时间地点和到场的人</translation>
    </message>
    <message>
        <source>Interview minutes</source>
        <translation>约谈记录</translation>
    </message>
    <message>
        <source>Questions, answers and commitments; or that nobody came or it was refused</source>
        <translation>问答和整改承诺；没有到场、拒绝约谈的也记在这里</translation>
    </message>
    <message>
        <source>Check the commitments</source>
        <translation>核查承诺</translation>
    </message>
    <message>
        <source>Each kept, partly kept or not kept, with its evidence</source>
        <translation>逐项核查：已履行、部分履行、未履行，写明证明</translation>
    </message>
    <message>
        <source>Notice of the test result</source>
        <translation>检验结果通知书</translation>
    </message>
    <message>
        <source>The fifteen days for an objection run from its receipt</source>
        <translation>十五日异议期从对方收到之日起算</translation>
    </message>
    <message>
        <source>Objection on paper</source>
        <translation>异议和复检申请书</translation>
    </message>
    <message>
        <source>Notice on the objection</source>
        <translation>异议处理通知书</translation>
    </message>
    <message>
        <source>Confirmation of the re-test sample</source>
        <translation>复检样品确认书</translation>
    </message>
    <message>
        <source>Record of tracing and recall</source>
        <translation>追溯召回记录</translation>
    </message>
    <message>
        <source>Notice of the spot check</source>
        <translation>监督抽查通知书</translation>
    </message>
    <message>
        <source>Shown on arrival, before a sample is taken; its day is kept</source>
        <translation>到现场先出示，再抽样；有效期会提醒</translation>
    </message>
    <message>
        <source>Take evidence</source>
        <translation>证据提取单</translation>
    </message>
    <message>
        <source>Copies and photos, compared and signed by who gave them</source>
        <translation>复制件和照片，经提供人核对并签名</translation>
    </message>
    <message>
        <source>Ask for materials</source>
        <translation>限期提供材料通知书</translation>
    </message>
    <message>
        <source>Each by its name and form, by a day that is kept</source>
        <translation>逐项写明材料和形式；提供期限到期会提醒</translation>
    </message>
    <message>
        <source>Preserve evidence</source>
        <translation>先行登记保存证据</translation>
    </message>
    <message>
        <source>With its list; decided on within seven working days</source>
        <translation>附清单当场交付；七个工作日内作出处理</translation>
    </message>
    <message>
        <source>Call someone to be questioned</source>
        <translation>询问通知书</translation>
    </message>
    <message>
        <source>When, where and what to bring; the day is kept</source>
        <translation>写明时间、地点和要带的材料，到期会提醒</translation>
    </message>
    <message>
        <source>Record of questioning</source>
        <translation>询问笔录</translation>
    </message>
    <message>
        <source>Question by question, read back and signed on every page</source>
        <translation>一问一答，核对后逐页签名</translation>
    </message>
    <message>
        <source>Release preserved evidence</source>
        <translation>解除登记保存</translation>
    </message>
    <message>
        <source>All or in part, from its list; settles the seven days</source>
        <translation>按清单全部或者部分解除，办结七个工作日</translation>
    </message>
    <message>
        <source>Application for the re-check</source>
        <translation>复查申请表</translation>
    </message>
    <message>
        <source>The unit says what it put right; the days that run go on</source>
        <translation>单位写明改正情况；复查期限照旧计算</translation>
    </message>
    <message>
        <source>Letter of commitment</source>
        <translation>整改承诺书</translation>
    </message>
    <message>
        <source>What the minutes say, under the seal of the unit</source>
        <translation>约谈记录里的承诺，由单位盖章承诺</translation>
    </message>
    <message>
        <source>Receipt of the rectification report</source>
        <translation>整改报告接收单</translation>
    </message>
    <message>
        <source>The ten working days of the re-check run from its day</source>
        <translation>十个工作日的复查期限从收到之日起算</translation>
    </message>
    <message>
        <source>No sample could be taken</source>
        <translation>未抽到样品说明</translation>
    </message>
    <message>
        <source>No stock, too little, export only, closed: with its proof</source>
        <translation>没有库存、数量不足、仅供出口、停产关闭，附证据</translation>
    </message>
    <message>
        <source>Sampling was refused</source>
        <translation>拒绝监督抽查认定表</translation>
    </message>
    <message>
        <source>What happened, and that the consequences were told</source>
        <translation>写明拒绝的经过，并已告知后果</translation>
    </message>
    <message>
        <source>Notice of the inspection's result</source>
        <translation>行政检查结果告知书</translation>
    </message>
    <message>
        <source>The unit is told what the inspection found</source>
        <translation>把检查结果告知被检查单位</translation>
    </message>
    <message>
        <source>Ask for proof of identity</source>
        <translation>限期提供身份证明材料通知书</translation>
    </message>
    <message>
        <source>A complaint needs a real identity; the bureau sets the day</source>
        <translation>投诉应当提供真实身份，期限由本局定</translation>
    </message>
    <message>
        <source>Decision to accept the complaint</source>
        <translation>投诉受理决定书</translation>
    </message>
    <message>
        <source>Within seven working days; sixty days of mediation follow</source>
        <translation>七个工作日以内；受理后调解六十日</translation>
    </message>
    <message>
        <source>Decision not to accept the complaint</source>
        <translation>投诉不予受理决定书</translation>
    </message>
    <message>
        <source>Within seven working days, on one of seven grounds</source>
        <translation>七个工作日以内，从七项情形中选择</translation>
    </message>
    <message>
        <source>Notice of the mediation</source>
        <translation>投诉调解通知书</translation>
    </message>
    <message>
        <source>When, where and by whom, for both sides</source>
        <translation>通知双方调解的时间、地点和调解人员</translation>
    </message>
    <message>
        <source>Mediation agreement</source>
        <translation>投诉调解书</translation>
    </message>
    <message>
        <source>What both sides agreed on, signed by them</source>
        <translation>双方达成的协议，由双方签名</translation>
    </message>
    <message>
        <source>Decision to end the mediation</source>
        <translation>投诉终止调解决定书</translation>
    </message>
    <message>
        <source>On one of eight grounds; both sides are told of it</source>
        <translation>从八项情形中选择，告知双方</translation>
    </message>
    <message>
        <source>Forward it to the bureau below</source>
        <translation>投诉/举报分送通知书</translation>
    </message>
    <message>
        <source>With the day by which the outcome is reported</source>
        <translation>分送下级部门，写明报告处理结果的期限</translation>
    </message>
    <message>
        <source>Tell the outcome of the report</source>
        <translation>举报处理结果告知书</translation>
    </message>
    <message>
        <source>The name of the reporter is not printed</source>
        <translation>文书上不写举报人姓名</translation>
    </message>
    <message>
        <source>Another interview notice</source>
        <translation>再发约谈通知书</translation>
    </message>
    <message>
        <source>Draw another sample</source>
        <translation>再抽取样品</translation>
    </message>
    <message>
        <source>Prepare the second notice</source>
        <translation>准备第二次约谈通知</translation>
    </message>
    <message>
        <source>Hold the interview</source>
        <translation>进行约谈</translation>
    </message>
    <message>
        <source>Write the on-site record</source>
        <translation>制作现场笔录</translation>
    </message>
    <message>
        <source>Prepare the notice</source>
        <translation>制作责令改正通知书</translation>
    </message>
    <message>
        <source>Prepare the instruction</source>
        <translation>制作监察指令书</translation>
    </message>
    <message>
        <source>Prepare the re-check</source>
        <translation>准备整改复查</translation>
    </message>
    <message>
        <source>Spot check</source>
        <translation>监督抽查</translation>
    </message>
    <message>
        <source>Special-equipment check</source>
        <translation>特种设备检查</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>约谈</translation>
    </message>
    <message>
        <source>Take down at the desk</source>
        <translation>接待登记</translation>
    </message>
    <message>
        <source>Prepare the next paper</source>
        <translation>准备下一份</translation>
    </message>
</context>
<context>
    <name>officers</name>
    <message>
        <source>appointed {day}</source>
        <translation>{day}任命</translation>
    </message>
    <message>
        <source>reviewed {day}: {result}</source>
        <translation>{day}评审：{result}</translation>
    </message>
    <message>
        <source>not reviewed yet</source>
        <translation>尚未评审</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>优秀</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>unfit</source>
        <translation>不合格</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>Password of this computer's inspection data</source>
        <translation>本机检查数据的密码</translation>
    </message>
    <message>
        <source>That is not the password. Nothing was changed; try again.</source>
        <translation>密码不正确。未作任何改动，请重试。</translation>
    </message>
    <message>
        <source>Xunjian</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>{why}

Or type the recovery code kept at the bureau:</source>
        <translation>{why}

也可输入存放在局里的恢复码：</translation>
    </message>
    <message>
        <source>This code belongs to other data. Nothing was changed.</source>
        <translation>此恢复码属于其他数据。未作任何改动。</translation>
    </message>
    <message>
        <source>The code has fourteen groups of four signs; count them.</source>
        <translation>恢复码共 14 组，每组 4 位，请核对位数。</translation>
    </message>
    <message>
        <source>The code has digits and letters only, never I, L, O or U.</source>
        <translation>恢复码只有数字和字母，不含 I、L、O、U。</translation>
    </message>
    <message>
        <source>A sign of the code is not right; compare it with the paper.</source>
        <translation>恢复码有一位不正确，请与纸面核对。</translation>
    </message>
    <message>
        <source>The program on {host} still holds it, or was cut off there. Go on only if it is surely not running: two programs at once would damage the data.</source>
        <translation>{host} 上的程序仍占用此数据，或在那里意外中断。确认那边已不在运行再继续：两处同时写入会损坏数据。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>It is not running: open here</source>
        <translation>已不在运行，在此打开</translation>
    </message>
    <message>
        <source>The data are here, but the key to them is not. Restore the folder “keys” from the backup of this computer. Nothing was begun in their place.</source>
        <translation>数据还在，但密钥缺失。请从本机备份中恢复“keys”文件夹。程序没有另建新库。</translation>
    </message>
    <message>
        <source>The key file is damaged. Restore the folder “keys” from the backup of this computer.</source>
        <translation>密钥文件损坏。请从本机备份中恢复“keys”文件夹。</translation>
    </message>
    <message>
        <source>The key lies in this system's keyring, which does not answer. Unlock it (log in again) and start once more.</source>
        <translation>密钥存放在系统密钥环中，密钥环没有响应。请解锁（重新登录系统）后再启动。</translation>
    </message>
    <message>
        <source>The key was written by a newer version: install that version.</source>
        <translation>密钥由更新版本写入，请安装该版本。</translation>
    </message>
    <message>
        <source>They are locked with a password. Start again in a terminal and type it.</source>
        <translation>数据设有密码。请在终端中重新运行，并按提示输入密码。</translation>
    </message>
    <message>
        <source>The data cannot be unlocked</source>
        <translation>数据无法解锁</translation>
    </message>
</context>
<context>
    <name>place</name>
    <message>
        <source>{free} GB are free. Photos may soon not be kept: make room before the next visit.</source>
        <translation>仅余 {free} GB，照片可能很快无法保存。请在下次检查前清理磁盘空间。</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>磁盘将满</translation>
    </message>
    <message>
        <source>The data lie in a synchronised folder</source>
        <translation>数据位于同步文件夹中</translation>
    </message>
    <message>
        <source>{name} may copy the database while it is being written and spoil it. Move the folder to a place of this computer only.</source>
        <translation>{name} 可能在写入时复制数据库而造成损坏。请将文件夹移到仅供本机使用的位置。</translation>
    </message>
    <message>
        <source>The data lie on a network drive</source>
        <translation>数据位于网络盘上</translation>
    </message>
    <message>
        <source>If {name} goes away while something is saved, the last words may be lost. Move the folder to this computer.</source>
        <translation>保存时如果 {name} 断开，最后输入的内容可能丢失。请将文件夹移到本机。</translation>
    </message>
    <message>
        <source>Has the bureau given you a code?</source>
        <translation>局里给您注册码了吗？</translation>
    </message>
    <message>
        <source>With it this computer sends what you record by itself. Without it everything stays here.</source>
        <translation>有了它，本机会自动上传您的记录；没有它，一切都留在本机。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>This computer's clock is in doubt</source>
        <translation>本机时钟存疑</translation>
    </message>
    <message>
        <source>It is {by} behind the last entry recorded here. Put it right before anything is dated; until then deadlines count from a doubtful day.</source>
        <translation>本机时钟比最后一条记录慢 {by}。请先校正再填写日期，否则期限的起算日不可靠。</translation>
    </message>
    <message>
        <source>It jumped by {by}. Check date and time before anything is dated; the order of the entries does not depend on it.</source>
        <translation>本机时钟跳变 {by}。请先核对日期和时间再填写日期；记录的先后次序不受影响。</translation>
    </message>
    <message>
        <source>I have checked it</source>
        <translation>已核对</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Takes no papers now</source>
        <translation>暂不接收任务</translation>
    </message>
    <message>
        <source>Ready, printing</source>
        <translation>就绪，正在打印</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Being handed to the printer</source>
        <translation>正在发送到打印机</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>排队等待</translation>
    </message>
    <message>
        <source>Held back by the printer</source>
        <translation>打印机暂缓打印</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>The page did not come out</source>
        <translation>页面没有打出</translation>
    </message>
    <message>
        <source>Taken back; nothing was printed</source>
        <translation>已取消，没有打印</translation>
    </message>
    <message>
        <source>Handed to the system's printer</source>
        <translation>已交系统打印</translation>
    </message>
    <message>
        <source>The printer no longer knows this paper</source>
        <translation>打印机中已没有此任务</translation>
    </message>
    <message>
        <source>Not connected: switch it on, check the cable</source>
        <translation>未连接：请开机并检查连线</translation>
    </message>
    <message>
        <source>Out of paper: fill the tray</source>
        <translation>缺纸：请装纸</translation>
    </message>
    <message>
        <source>Paper jam: open it and take the sheet out</source>
        <translation>卡纸：请打开取出纸张</translation>
    </message>
    <message>
        <source>Ink or toner is used up</source>
        <translation>墨或碳粉已用完</translation>
    </message>
    <message>
        <source>A cover is open</source>
        <translation>机盖未合上</translation>
    </message>
    <message>
        <source>Paused: let it go on</source>
        <translation>已暂停：请恢复打印</translation>
    </message>
    <message>
        <source>The printing system does not answer</source>
        <translation>打印服务没有响应</translation>
    </message>
    <message>
        <source>The printer reports a problem</source>
        <translation>打印机报告异常</translation>
    </message>
</context>
<context>
    <name>procedure</name>
    <message>
        <source>The library names no penalty for this article: order it to be corrected. A citation over another basis is begun from the case.</source>
        <translation>法规库中该条没有对应罚则：责令改正即可。另有处罚依据的，请从案件中制作当场处罚决定书。</translation>
    </message>
    <message>
        <source>ordinary procedure applies</source>
        <translation>适用普通程序</translation>
    </message>
    <message>
        <source>to be ordered first</source>
        <translation>须先责令改正</translation>
    </message>
    <message>
        <source>Simple procedure, up to {ceiling} yuan on the spot. {article}: {range}</source>
        <translation>可适用简易程序，当场罚款不超过{ceiling}元。{article}：{range}</translation>
    </message>
    <message>
        <source>Ordered first, punished only when it is not corrected by the day set. {article}: {range}</source>
        <translation>先责令改正，逾期未改正的才予处罚。{article}：{range}</translation>
    </message>
    <message>
        <source>Ordinary procedure: {article} fines {least} yuan at the least, and on the spot {ceiling} is the most for this party.</source>
        <translation>适用普通程序：{article}罚款最低{least}元，超过对该当事人当场罚款的上限{ceiling}元。</translation>
    </message>
    <message>
        <source>Ordinary procedure: {article} confiscates as well, which is not done on the spot ({range}).</source>
        <translation>适用普通程序：{article}含没收，不能当场作出（{range}）。</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message numerus="yes">
        <source>%n draft(s) recovered</source>
        <translation>
            <numerusform>已恢复 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: everything up to {time} is here. Nothing that was saved is missing.</source>
        <translation>{what}，上次意外退出前的内容到 {time} 为止，已保存的无缺失。</translation>
    </message>
    <message>
        <source>Go on filling in</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>restore</name>
    <message>
        <source>The store is sound; nothing was replaced.</source>
        <translation>数据库完好，未作替换。</translation>
    </message>
    <message>
        <source>Its entry was lost in a damaged store.</source>
        <translation>数据损坏，该号登记已丢失。</translation>
    </message>
    <message>
        <source>Brought back from the second journal: {count} journal entries.</source>
        <translation>从第二日志恢复：日志 {count} 条。</translation>
    </message>
    <message>
        <source>The damaged store was moved to {folder}; nothing was deleted.</source>
        <translation>损坏的数据库已移至 {folder}，未删除任何文件。</translation>
    </message>
    <message>
        <source>There was no good backup: begun with an empty store.</source>
        <translation>没有完好的备份，从空数据库开始重建。</translation>
    </message>
    <message>
        <source>Begun with the backup {file}: {copied} journal entries.</source>
        <translation>以备份 {file} 为起点：日志 {copied} 条。</translation>
    </message>
    <message>
        <source>Brought back after it, from the second journal and, where that lacks them, from the damaged database itself: {replayed} journal entries.</source>
        <translation>其后由第二日志恢复（第二日志所缺的取自受损的数据库本身）：日志 {replayed} 条。</translation>
    </message>
    <message>
        <source>Missing: entries {first} to {last} of the journal are lost.</source>
        <translation>缺失：日志第 {first} 至 {last} 条已丢失。</translation>
    </message>
    <message>
        <source>Number {number} of the series {series} ({year}) was used by an entry that is lost; it was voided and is not given again.</source>
        <translation>{series}〔{year}〕第 {number} 号曾被使用，其登记已丢失；该号已作废，不再使用。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) kept that cannot be shown: what they change is lost.</source>
        <translation>
            <numerusform>%n 条已保留但无法显示，因其所改动的内容已丢失。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>Item</source>
        <translation>检验项目</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>标准条款</translation>
    </message>
    <message>
        <source>Lower limit</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文字要求</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测值</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>比较方法</translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation>修约后</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>单项判定</translation>
    </message>
    <message>
        <source>Judged by hand: {reason}. By the figures: {figures}.</source>
        <translation>人工判定：{reason}。按数据计算：{figures}。</translation>
    </message>
    <message>
        <source>{verdict}, by hand</source>
        <translation>{verdict}（人工）</translation>
    </message>
    <message>
        <source>The item has no name.</source>
        <translation>检验项目没有名称。</translation>
    </message>
    <message>
        <source>“{value}” is no limit: write a number, with ≤ &lt; ≥ or &gt; where needed.</source>
        <translation>“{value}”不是限值：请写数字，需要时前面加≤、&lt;、≥或者&gt;。</translation>
    </message>
    <message>
        <source>The lower limit lies above the upper one.</source>
        <translation>下限大于上限。</translation>
    </message>
    <message>
        <source>“{value}” is no way to compare: write 修约值比较法 or 全数值比较法.</source>
        <translation>“{value}”不是比较方法：请写修约值比较法或者全数值比较法。</translation>
    </message>
    <message>
        <source>“{value}…” is far too long for this column.</source>
        <translation>“{value}…”太长，这一列放不下。</translation>
    </message>
    <message>
        <source>Draw for the re-check, free</source>
        <translation>复查抽样（免费）</translation>
    </message>
    <message>
        <source>Invite to an interview</source>
        <translation>约谈通知书</translation>
    </message>
    <message>
        <source>The party has received it…</source>
        <translation>对方已收到…</translation>
    </message>
    <message>
        <source>An objection has come…</source>
        <translation>收到异议…</translation>
    </message>
    <message>
        <source>The party gives up objecting…</source>
        <translation>对方放弃异议…</translation>
    </message>
    <message>
        <source>No objection: make it final</source>
        <translation>没有异议，确定结果</translation>
    </message>
    <message>
        <source>Decide on the objection…</source>
        <translation>处理异议…</translation>
    </message>
    <message>
        <source>Decide on the objection anew…</source>
        <translation>重新作出异议决定…</translation>
    </message>
    <message>
        <source>Open the spare sample</source>
        <translation>打开备用样品</translation>
    </message>
    <message>
        <source>Enter the re-test</source>
        <translation>录入复检结果</translation>
    </message>
    <message>
        <source>Open the finding</source>
        <translation>打开问题</translation>
    </message>
    <message>
        <source>Trace and recall the batch</source>
        <translation>追溯召回这一批</translation>
    </message>
    <message>
        <source>Open the interview</source>
        <translation>查看约谈</translation>
    </message>
    <message>
        <source>It is announced…</source>
        <translation>已公告…</translation>
    </message>
    <message>
        <source>Corrected report came…</source>
        <translation>收到更正报告…</translation>
    </message>
    <message>
        <source>Open the replaced report</source>
        <translation>查看被替代的报告</translation>
    </message>
    <message>
        <source>Open the report in its place</source>
        <translation>查看替代它的报告</translation>
    </message>
    <message>
        <source>The chain is broken: see the sample</source>
        <translation>交接链不完整，见样品</translation>
    </message>
    <message>
        <source>No line says that the laboratory received the sample</source>
        <translation>没有检验机构收样的记录</translation>
    </message>
    <message>
        <source>Handed over to {bureau} with its sampling sheet: it is gone on with there, and read here.</source>
        <translation>已随抽样单移交{bureau}：后续在该机关办理，这里只能查看。</translation>
    </message>
    <message>
        <source>The result is final. Order the unit to correct within sixty days, trace the batch, and re-check within seventy-five days of the order; the samples are then free.</source>
        <translation>结果已经确定。责令对方六十日内改正，追溯这一批产品，并在责令之日起七十五日内组织复查；复查样品免费提供。</translation>
    </message>
    <message>
        <source>The lines of the replaced report were taken over: correct them, then tell the party. The new notice takes the place of the old one, and the fifteen days begin again.</source>
        <translation>已带入被替代报告的检验项目，请按更正报告逐项改好，再告知当事人。新通知书替代原通知书，十五日异议期重新计算。</translation>
    </message>
    <message>
        <source>The laboratory has corrected this report; another one stands in its place. It is kept as it was.</source>
        <translation>检验机构已更正这份报告，由另一份报告替代。本报告原样保留。</translation>
    </message>
    <message>
        <source>Type the lines of the report below, or take them in from a file.</source>
        <translation>把报告的检验项目填在左边，或者从文件导入。</translation>
    </message>
    <message>
        <source>The result is judged. Tell the party: its right to object begins then.</source>
        <translation>结论已经判定。请告知对方，异议期从对方收到时起算。</translation>
    </message>
    <message>
        <source>The party may object until the day below.</source>
        <translation>对方在下面的日期以前可以提出异议。</translation>
    </message>
    <message>
        <source>The fifteen days are over without an objection: the result may be final.</source>
        <translation>十五日已过，没有异议，可以确定结果。</translation>
    </message>
    <message>
        <source>An objection has come: decide within three working days.</source>
        <translation>收到异议，请在三个工作日内决定是否受理。</translation>
    </message>
    <message>
        <source>The spare goes with a whole seal to another laboratory; its result is final.</source>
        <translation>备用样品封条完好地送到另一家检验机构，复检结论为最终结论。</translation>
    </message>
    <message>
        <source>The objection was not accepted; the result stands.</source>
        <translation>异议不予受理，检验结果不变。</translation>
    </message>
    <message>
        <source>The result is final.</source>
        <translation>结果已经确定。</translation>
    </message>
    <message>
        <source>Another bureau's result, recognised here: it is gone on with there. Use it from a case of your own.</source>
        <translation>这是外局的检验结果，本局予以互认，后续手续由外局办理。需要时，请在自己的案件里采用。</translation>
    </message>
    <message>
        <source>A re-test has taken the place of this report.</source>
        <translation>复检报告已代替这份报告。</translation>
    </message>
    <message>
        <source>The re-check failed too. Report it up until the province announces it, and note the day of the announcement: the second re-check is counted from it.</source>
        <translation>复查仍不合格。请逐级上报至省级部门公告，并记下公告日期，再次复查的期限从公告之日起算。</translation>
    </message>
    <message>
        <source>The failed re-check is announced. Re-check once more between the days below; the samples are free, and nothing of the product may be made or sold before it passes.</source>
        <translation>复查不合格已公告。请在下列日期之间再次复查，样品无偿提供；认定复查合格前，不得恢复生产、销售同一产品。</translation>
    </message>
    <message>
        <source>The second re-check failed as well. Order the business to stop and set it right within a term (Product Quality Law, article 17).</source>
        <translation>再次复查仍不合格。请依照《产品质量法》第十七条责令停业、限期整顿。</translation>
    </message>
    <message>
        <source>Test report</source>
        <translation>检验报告</translation>
    </message>
    <message>
        <source>Re-test report</source>
        <translation>复检报告</translation>
    </message>
    <message>
        <source>Re-check report</source>
        <translation>复查检验报告</translation>
    </message>
    <message>
        <source>Recognised test report</source>
        <translation>互认的检验报告</translation>
    </message>
    <message>
        <source>Recognised: of {bureau}</source>
        <translation>互认：{bureau}</translation>
    </message>
    <message>
        <source>Conforms</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Does not conform</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>Lot accepted</source>
        <translation>接收该批</translation>
    </message>
    <message>
        <source>Lot not accepted</source>
        <translation>不接收该批</translation>
    </message>
    <message>
        <source>Declared quality not contradicted</source>
        <translation>未否定声称质量水平</translation>
    </message>
    <message>
        <source>Declared quality contradicted</source>
        <translation>否定声称质量水平</translation>
    </message>
    <message>
        <source>Lot not judged yet</source>
        <translation>整批尚未判定</translation>
    </message>
    <message>
        <source>{said}: {count} nonconforming, {limit} = {most}</source>
        <translation>{said}：不合格样品 {count} 件，{limit} = {most}</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>no measured value</source>
        <translation>没有实测值</translation>
    </message>
    <message>
        <source>no limit and no requirement</source>
        <translation>没有限值，也没有要求</translation>
    </message>
    <message>
        <source>the measured value is no figure</source>
        <translation>实测值不是数字</translation>
    </message>
    <message>
        <source>a limit cannot be read</source>
        <translation>限值看不懂</translation>
    </message>
    <message>
        <source>the requirement is in words: judge it yourself</source>
        <translation>要求是文字：请自行判定</translation>
    </message>
    <message>
        <source>only a bound is known: judge it yourself</source>
        <translation>只知道界限：请自行判定</translation>
    </message>
    <message>
        <source>Full value</source>
        <translation>全数值</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>修约值</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Go on filling in the next paper</source>
        <translation>继续填写下一份</translation>
    </message>
    <message>
        <source>Review and sign the next paper</source>
        <translation>核对并签名下一份</translation>
    </message>
    <message>
        <source>Finish the next paper</source>
        <translation>完成下一份</translation>
    </message>
    <message>
        <source>Issue the next document</source>
        <translation>发出下一份文书</translation>
    </message>
    <message>
        <source>Record how it was served</source>
        <translation>登记送达情况</translation>
    </message>
    <message>
        <source>Follow the rectification</source>
        <translation>跟进整改</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>返回案件</translation>
    </message>
    <message>
        <source>Prepare the rectification notice</source>
        <translation>制作责令改正通知书</translation>
    </message>
    <message>
        <source>Prepare the instruction</source>
        <translation>制作监察指令书</translation>
    </message>
    <message>
        <source>Prepare the next paper</source>
        <translation>准备下一份</translation>
    </message>
    <message>
        <source>{name} has signed</source>
        <translation>{name}已签名</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>去补</translation>
    </message>
    <message>
        <source>{label} is not answered</source>
        <translation>“{label}”未填写</translation>
    </message>
    <message>
        <source>The paper cannot do without it</source>
        <translation>纸面必填项</translation>
    </message>
    <message>
        <source>{label} is not right</source>
        <translation>“{label}”填写有误</translation>
    </message>
    <message>
        <source>{label}: nothing is written</source>
        <translation>{label}：一项也没有填写</translation>
    </message>
    <message>
        <source>Add at least one and fill it in; the paper cannot do without it</source>
        <translation>请至少添加一项并填写；缺少这一项，文书不能完成</translation>
    </message>
    <message>
        <source>The fine is above what its article allows</source>
        <translation>罚款超过了处罚条款规定的上限</translation>
    </message>
    <message>
        <source>{amount} yuan written, {most} yuan at most</source>
        <translation>填了{amount}元，该条款最高{most}元</translation>
    </message>
    <message>
        <source>It must be ordered to stop at once</source>
        <translation>应当责令立即停止</translation>
    </message>
    <message>
        <source>A serious hazard puts the equipment out of use, a major violation is stopped (Order 57, articles 23 and 25). Choose yes</source>
        <translation>存在严重事故隐患的责令立即停止使用，存在重大违法行为的责令立即停止（《特种设备安全监督检查办法》第二十三条、第二十五条），请选“是”</translation>
    </message>
    <message>
        <source>No finished on-site record tells of the penalty</source>
        <translation>没有办结的现场笔录记载当场处罚告知</translation>
    </message>
    <message>
        <source>Fill in 当场处罚告知 there and finish it, or name the paper that tells</source>
        <translation>请在现场笔录里填写“当场处罚告知”并办结，或者写明记在哪一份文书</translation>
    </message>
    <message>
        <source>The hour of the interview has not come</source>
        <translation>约谈的时间还没有到</translation>
    </message>
    <message>
        <source>The notice says {hour}; until then nobody has stayed away</source>
        <translation>约谈通知书写的是{hour}，在此之前不能记为未到场</translation>
    </message>
    <message>
        <source>The notice of the interview was not served</source>
        <translation>约谈通知书没有送达记录</translation>
    </message>
    <message>
        <source>Write down how {number} was served; who was not called is not absent</source>
        <translation>请先记录{number}的送达；没有通知到的，不能记为未到场</translation>
    </message>
    <message>
        <source>The notice these minutes name does not hold any more</source>
        <translation>记录所引的约谈通知书已失效</translation>
    </message>
    <message>
        <source>{number} was withdrawn, replaced or handed over; write the number of the one issued</source>
        <translation>{number}已作废、被替代或者已移交，请改写为现行通知书的文号</translation>
    </message>
    <message>
        <source>“{commitment}” stands in minutes that were withdrawn</source>
        <translation>“{commitment}”所在的约谈记录已作废</translation>
    </message>
    <message>
        <source>Begin the letter anew from the minutes that stand</source>
        <translation>请按现行约谈记录重新制作承诺书</translation>
    </message>
    <message>
        <source>{number} is nothing that may be released or extended now</source>
        <translation>文号{number}不是现在可以解除或者延长的</translation>
    </message>
    <message>
        <source>Write the number of the paper this one is over: {numbers}</source>
        <translation>请改写为本文书所针对的文书的文号：{numbers}</translation>
    </message>
    <message>
        <source>Photo {name} has no caption</source>
        <translation>照片 {name} 缺拍摄说明</translation>
    </message>
    <message>
        <source>Say what it shows, where and when</source>
        <translation>请写明拍摄内容、地点和时间</translation>
    </message>
    <message>
        <source>No sample has been drawn</source>
        <translation>尚未抽取样品</translation>
    </message>
    <message>
        <source>Draw the units before the sheet is signed</source>
        <translation>请先抽取样品，再签抽样单</translation>
    </message>
    <message>
        <source>The sample is larger than the lot</source>
        <translation>抽样数量大于抽样基数</translation>
    </message>
    <message>
        <source>{wanted} units wanted, {lot} in the lot</source>
        <translation>拟抽 {wanted} 件，抽样基数 {lot} 件</translation>
    </message>
    <message>
        <source>The sheet does not say any more what was drawn</source>
        <translation>抽样单与抽取结果不一致</translation>
    </message>
    <message>
        <source>Lot, plan, seed, units and numbers must be those of the draw, or nobody can redo it. Put them right, or discard the draw with its reason and draw again</source>
        <translation>批量、方案、随机种子、抽中编号和样品编号应当与抽取时一致，否则无法重做核对。请改回，或者写明原因作废本次抽取后重新抽取</translation>
    </message>
    <message>
        <source>The sampling date lies in the future</source>
        <translation>抽样日期晚于今日</translation>
    </message>
    <message>
        <source>{date} is after today, {today}</source>
        <translation>{date} 晚于今日 {today}</translation>
    </message>
    <message>
        <source>Finding: {item}</source>
        <translation>问题：{item}</translation>
    </message>
    <message>
        <source>What was seen is not written down</source>
        <translation>未写所见事实</translation>
    </message>
    <message>
        <source>No article of law is named</source>
        <translation>未选法律依据</translation>
    </message>
    <message>
        <source>The article of law named has no text</source>
        <translation>所选法律依据没有条文内容</translation>
    </message>
    <message>
        <source>The number of the article is not confirmed</source>
        <translation>条号尚未核实</translation>
    </message>
    <message>
        <source>The article is not in force today</source>
        <translation>此条今日未生效或已失效</translation>
    </message>
    <message>
        <source>No measure is chosen</source>
        <translation>未选处理措施</translation>
    </message>
    <message>
        <source>No deadline is set</source>
        <translation>未定期限</translation>
    </message>
    <message>
        <source>The certificate of {name} has expired</source>
        <translation>{name}的执法证已过期</translation>
    </message>
    <message>
        <source>It was valid until {expired}; choose another inspector</source>
        <translation>有效期至 {expired}，请换其他检查人员</translation>
    </message>
    <message>
        <source>{name} has no certificate number</source>
        <translation>{name}没有执法证号</translation>
    </message>
    <message>
        <source>Enter it in the settings</source>
        <translation>请在设置中填写</translation>
    </message>
    <message>
        <source>A second inspector is missing</source>
        <translation>缺第二名检查人员</translation>
    </message>
    <message>
        <source>At least two officers·Administrative Penalty Law art. 42</source>
        <translation>执法人员不得少于两人·行政处罚法第四十二条</translation>
    </message>
    <message>
        <source>{name} has not signed</source>
        <translation>{name}尚未签名</translation>
    </message>
    <message>
        <source>{role}·the paper needs this signature</source>
        <translation>{role}·纸面须有此签名</translation>
    </message>
    <message>
        <source>The paper changed after {name} signed it</source>
        <translation>{name}签名后内容有改动</translation>
    </message>
    <message>
        <source>Let them read it as it is now and sign again</source>
        <translation>请其核对现在的内容后重新签名</translation>
    </message>
    <message>
        <source>The paper and the signature of {name} say different things</source>
        <translation>笔录写的和{name}的签名不一致</translation>
    </message>
    <message>
        <source>Signed page by page, or refused with reason and witness: make both the same</source>
        <translation>已逐页签名，或者拒绝签名并写明事由和见证人，两处要一致</translation>
    </message>
    <message>
        <source>The bureau's words are incomplete: {name}</source>
        <translation>机关信息不全：{name}</translation>
    </message>
    <message>
        <source>A document must name them</source>
        <translation>文书必须写明</translation>
    </message>
    <message>
        <source>No number of the series {series} is left</source>
        <translation>{series}文号已用完</translation>
    </message>
    <message>
        <source>Enter a block for {year} that the bureau has given</source>
        <translation>请录入局里分配的 {year} 年号段</translation>
    </message>
    <message>
        <source>Few numbers of the series {series} are left</source>
        <translation>{series}文号所余不多</translation>
    </message>
    <message>
        <source>{left} can still be used; ask the bureau for a block</source>
        <translation>还可用 {left} 个，请向局里申领号段</translation>
    </message>
    <message>
        <source>This computer's clock is in doubt</source>
        <translation>本机时钟存疑</translation>
    </message>
    <message>
        <source>Check date and time before anyone signs</source>
        <translation>签名前请先核对日期和时间</translation>
    </message>
</context>
<context>
    <name>same-number</name>
    <message>
        <source>This paper was at the bureau first and keeps the number.</source>
        <translation>本文书先送达局端，使用该号。</translation>
    </message>
    <message>
        <source>It came second and was taken in: both papers stay on file. Unless it was decided otherwise, withdraw this one and issue a new paper in its place.</source>
        <translation>本文书后送达，已采纳，两份文书均留存。除另有决定外，请作废本文书，另发文书替代。</translation>
    </message>
    <message>
        <source>The bureau decided that this paper stays out. Withdraw it, take it back from the party, and issue a new paper in its place.</source>
        <translation>局端决定不采纳本文书。请作废本文书，向当事人收回原件，另发文书替代。</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Sealed</source>
        <translation>封样</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>当面移交</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>寄出</translation>
    </message>
    <message>
        <source>Received by the laboratory</source>
        <translation>检验机构接收</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>拆封检验</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退还</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>Seal whole</source>
        <translation>封条完好</translation>
    </message>
    <message>
        <source>Seal broken</source>
        <translation>封条破损</translation>
    </message>
    <message>
        <source>No seal</source>
        <translation>没有封条</translation>
    </message>
    <message>
        <source>Sealed, not sent yet</source>
        <translation>已封存，未送检</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>送检途中</translation>
    </message>
    <message>
        <source>With the laboratory</source>
        <translation>在检验机构</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>检验中</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>已出结果</translation>
    </message>
    <message>
        <source>Handed over to another bureau</source>
        <translation>已移交其他机关</translation>
    </message>
    <message>
        <source>Sheet withdrawn</source>
        <translation>抽样单已作废</translation>
    </message>
    <message>
        <source>The seal was broken before the laboratory opened the sample.</source>
        <translation>检验机构拆封之前封条已经破损。</translation>
    </message>
    <message>
        <source>The sample had no seal before it was opened.</source>
        <translation>拆封之前样品没有封条。</translation>
    </message>
    <message>
        <source>It was received, but nobody is named who gave or posted it.</source>
        <translation>有接收，但没有写明由谁移交或者寄出。</translation>
    </message>
    <message>
        <source>It was opened, but nobody is named who received it at the laboratory.</source>
        <translation>有拆封，但没有写明检验机构由谁接收。</translation>
    </message>
    <message>
        <source>{expected} had the sample, but {found} gave it on: a hand is missing.</source>
        <translation>样品由{expected}保管，交出的却是{found}：中间缺一次交接。</translation>
    </message>
</context>
<context>
    <name>sampling</name>
    <message>
        <source>Spare sample</source>
        <translation>备用样品</translation>
    </message>
    <message>
        <source>Test sample</source>
        <translation>检验样品</translation>
    </message>
    <message>
        <source>{test} for the test and {spare} spare, of {lot}</source>
        <translation>抽样基数 {lot}，抽检验样品 {test}、备用样品 {spare}</translation>
    </message>
    <message>
        <source>n = {n}, L = {limit}</source>
        <translation>n = {n}，L = {limit}</translation>
    </message>
    <message>
        <source>{counts}; {plan}</source>
        <translation>{counts}；{plan}</translation>
    </message>
    <message>
        <source>code letter {letter}, n = {n}, Ac = {ac}, Re = {re}</source>
        <translation>样本量字码 {letter}，n = {n}，Ac = {ac}，Re = {re}</translation>
    </message>
    <message>
        <source>GB/T 2828.1, normal inspection, single sampling. Up to Ac nonconforming samples the lot is accepted, from Re on it is not accepted.</source>
        <translation>GB/T 2828.1 正常检验一次抽样方案。不合格样品不超过 Ac，接收该批；达到 Re，不接收该批。</translation>
    </message>
    <message>
        <source>Assessment of a declared quality. More than L nonconforming samples contradict it; otherwise it is not contradicted, which never certifies the lot.</source>
        <translation>声称质量水平评定。不合格样品多于 L，否定该批产品的声称质量水平；不多于 L，只是未否定，不作为该批合格的证明。</translation>
    </message>
    <message>
        <source>A true declaration would be contradicted by chance in {risk} of 100.</source>
        <translation>声称属实而被误判否定的概率为 {risk}%。</translation>
    </message>
    <message>
        <source>Fixed numbers by the implementation rules of the spot check.</source>
        <translation>按监督抽查实施细则规定的固定数量。</translation>
    </message>
    <message>
        <source>Usual for {category}: {test} for the test and {spare} spare ({unit})</source>
        <translation>{category}通常抽检验样品 {test}、备用样品 {spare}（{unit}）</translation>
    </message>
    <message>
        <source>This product of this unit was drawn on {day} already (sample {number}). The same product is not drawn again within six months, until {until}; choose another one, or a re-check.</source>
        <translation>{day}已经抽过这家单位的这种产品（样品{number}）。同一产品六个月内不重复抽查，到{until}为止；请换一种产品，或者选复查。</translation>
    </message>
    <message>
        <source>Anyone can redo this: the units are numbered from 1; each number gets a ticket computed from the seed (HMAC-SHA256), and the smallest tickets are drawn. The same seed and lot always give the same units.</source>
        <translation>任何人都可复核：产品从 1 起编号，每个编号由种子算出一个签号（HMAC-SHA256），取签号最小的若干件。种子和基数相同，结果必然相同。</translation>
    </message>
</context>
<context>
    <name>scanned</name>
    <message>
        <source>Open the paper</source>
        <translation>打开此件</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>The notice of an inspection, genuine</source>
        <translation>行政检查通知书，验证为真</translation>
    </message>
    <message>
        <source>{number} of {date}. Arrived? The time is kept.</source>
        <translation>{number}，{date}。是否已经到达企业？按“到达”记录时间。</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>Open the sheet</source>
        <translation>查看抽样单</translation>
    </message>
    <message>
        <source>This enterprise is not in the register</source>
        <translation>登记库中没有此企业</translation>
    </message>
    <message>
        <source>{code} is a valid credit code. Add the enterprise, then go on.</source>
        <translation>{code} 是有效的统一社会信用代码。请先登记企业，再继续。</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>This equipment is not in the register</source>
        <translation>台账里没有这台设备</translation>
    </message>
    <message>
        <source>{code} is a valid equipment code. Add the equipment, then check it.</source>
        <translation>{code} 是有效的设备代码。先登记这台设备，再开始检查。</translation>
    </message>
    <message>
        <source>Nothing here has this code</source>
        <translation>没有与此码对应的内容</translation>
    </message>
    <message>
        <source>It reads “{code}”. Nothing was changed.</source>
        <translation>码的内容为“{code}”。未作任何改动。</translation>
    </message>
    <message>
        <source>This seal is genuine</source>
        <translation>封条属实</translation>
    </message>
    <message>
        <source>It belongs to the sampling sheet {number} of {date}.</source>
        <translation>属于{date}的抽样单{number}。</translation>
    </message>
    <message>
        <source>The seal does not fit the sample</source>
        <translation>封条与样品不符</translation>
    </message>
    <message>
        <source>Its code proves another sampling sheet, {number} of {date}. Compare the seal itself with the sheet before the sample goes on.</source>
        <translation>封条上的二维码属于另一份抽样单：{date}的{number}。请先拿封条实物与抽样单核对，再移交样品。</translation>
    </message>
    <message>
        <source>This paper is genuine</source>
        <translation>此件为真</translation>
    </message>
    <message>
        <source>{number} of {date}: signature and content agree.</source>
        <translation>{number}，{date} 发出：签名与内容相符。</translation>
    </message>
    <message>
        <source>This paper was withdrawn</source>
        <translation>此件已作废</translation>
    </message>
    <message>
        <source>{number} of {date} is genuine but no longer holds.</source>
        <translation>{number}，{date} 发出：此件为真，但已不再有效。</translation>
    </message>
    <message>
        <source>This paper was replaced</source>
        <translation>此件已被替代</translation>
    </message>
    <message>
        <source>{number} of {date} is genuine, but a later paper stands in its place.</source>
        <translation>{number}，{date} 发出：此件为真，但已由后发文书替代。</translation>
    </message>
    <message>
        <source>The content does not agree</source>
        <translation>内容不符</translation>
    </message>
    <message>
        <source>{number} of {date}: what is kept differs from what the code proves.</source>
        <translation>{number}，{date} 发出：留存内容与核验码所证明的不一致。</translation>
    </message>
    <message>
        <source>Genuine code, paper not on this computer</source>
        <translation>码为真，文书不在本机</translation>
    </message>
    <message>
        <source>The signature of {date} is right; ask the bureau for the paper itself.</source>
        <translation>{date} 的签名无误，文书原件请向局里查询。</translation>
    </message>
    <message>
        <source>The signing device is not known here</source>
        <translation>签发设备未登记</translation>
    </message>
    <message>
        <source>The code cannot be checked until the bureau's devices are received.</source>
        <translation>收到局里的设备名录后才能核验此码。</translation>
    </message>
    <message>
        <source>This code is not genuine</source>
        <translation>此码不真实</translation>
    </message>
    <message>
        <source>The signature does not fit: the paper was not issued like this.</source>
        <translation>签名不符：文书并非如此发出。</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>The credit code is not right</source>
        <translation>统一社会信用代码有误</translation>
    </message>
    <message>
        <source>{text}: {problem}. Compare it with the licence and type it again; the enterprise was not saved, what you typed is still here.</source>
        <translation>{text}：{problem}。请对照营业执照重新输入；企业尚未登记，已输入的内容仍在。</translation>
    </message>
    <message>
        <source>This enterprise is already in the register</source>
        <translation>此企业已登记</translation>
    </message>
    <message>
        <source>{uscc} belongs to {name}. Open that card instead of making a second one.</source>
        <translation>{uscc} 属于{name}。请打开已有的企业档案，不要重复登记。</translation>
    </message>
    <message>
        <source>A name is missing</source>
        <translation>缺名称</translation>
    </message>
    <message>
        <source>Write the name as it stands on the licence.</source>
        <translation>请按证照填写名称。</translation>
    </message>
    <message>
        <source>This is not on this computer</source>
        <translation>本机没有此内容</translation>
    </message>
    <message>
        <source>It may belong to another inspector or another device. Nothing was changed.</source>
        <translation>可能属于其他检查人员或其他设备。未作任何改动。</translation>
    </message>
    <message>
        <source>This paper is finished and cannot be changed</source>
        <translation>此件已完成，不可再改</translation>
    </message>
    <message>
        <source>Begin a new paper that names it if something must be put right.</source>
        <translation>如需更正，请另建一份并注明此件。</translation>
    </message>
    <message>
        <source>The paper is not complete</source>
        <translation>此件尚未填齐</translation>
    </message>
    <message>
        <source>{count} things are missing or wrong; the list shows where. All is saved.</source>
        <translation>还有 {count} 处缺漏或有误，见清单。内容均已保存。</translation>
    </message>
    <message>
        <source>A reason is missing</source>
        <translation>缺原因</translation>
    </message>
    <message>
        <source>Write in one sentence why; it is kept with the paper.</source>
        <translation>请用一句话写明原因，原因随此件留存。</translation>
    </message>
    <message>
        <source>This kind of file cannot be written</source>
        <translation>无法写成这种文件</translation>
    </message>
    <message>
        <source>{name} says no kind that is known. End the name in one of these: {kinds}. Nothing was written.</source>
        <translation>“{name}”不是可导出的文件类型。文件名请以下列之一结尾：{kinds}。未写入任何内容。</translation>
    </message>
    <message>
        <source>Other files stand where the export would go</source>
        <translation>导出要写的位置已有其他文件</translation>
    </message>
    <message>
        <source>Beside {name} go files that are there already: {names}. Choose another name or folder. Nothing was replaced.</source>
        <translation>与 {name} 一起写出的这些文件已经存在：{names}。请换一个名称或者文件夹。没有覆盖任何文件。</translation>
    </message>
    <message>
        <source>This case cannot be closed yet</source>
        <translation>此案件还不能结案</translation>
    </message>
    <message>
        <source>Papers not finished: {drafts}, findings not closed: {findings}. See to them, then close the case. Nothing was changed.</source>
        <translation>未完成的记录与文书 {drafts} 份，未关闭的问题 {findings} 项。请办完后再结案，未作任何改动。</translation>
    </message>
    <message>
        <source>This article of law has no text</source>
        <translation>此条没有条文内容</translation>
    </message>
    <message>
        <source>{law_key} was emptied in the library: put its text back in the settings, or choose another article. The finding keeps what you wrote.</source>
        <translation>法规库中 {law_key} 的内容已被清空：请在设置中补回，或换一条。已写的问题内容不变。</translation>
    </message>
    <message>
        <source>This article is not in the law library</source>
        <translation>法规库中没有此条</translation>
    </message>
    <message>
        <source>{law_key} was not found. Choose another article. Nothing else changed.</source>
        <translation>未找到 {law_key}。请换一条，其他内容未作改动。</translation>
    </message>
    <message>
        <source>The number of this article is not confirmed</source>
        <translation>此条条号尚未核实</translation>
    </message>
    <message>
        <source>{law_key} may not be printed until the bureau has checked it. Choose another article.</source>
        <translation>{law_key} 须经局里核实后才能打印。请换一条。</translation>
    </message>
    <message>
        <source>This finding can no longer be changed</source>
        <translation>此问题不可再改</translation>
    </message>
    <message>
        <source>Its order has been issued. Record the next step instead.</source>
        <translation>责令文书已发出，请登记下一步。</translation>
    </message>
    <message>
        <source>The deadline lies in the past</source>
        <translation>期限早于今日</translation>
    </message>
    <message>
        <source>{due} is before today, {today}. Choose a later day.</source>
        <translation>{due} 早于今日 {today}，请选更晚的日期。</translation>
    </message>
    <message>
        <source>The photo is too large</source>
        <translation>照片过大</translation>
    </message>
    <message>
        <source>{name} has {size}, at most {limit} can be kept. Take it again at a lower resolution. The record is unchanged.</source>
        <translation>{name} 为 {size}，最多可存 {limit}。请降低分辨率重拍，记录未作改动。</translation>
    </message>
    <message>
        <source>This file is not a picture</source>
        <translation>此文件不是图片</translation>
    </message>
    <message>
        <source>{name} is neither JPEG, PNG nor WebP. Choose another. Nothing was changed.</source>
        <translation>{name} 不是 JPEG、PNG 或 WebP 图片。请另选，未作任何改动。</translation>
    </message>
    <message>
        <source>The picture is damaged</source>
        <translation>图片已损坏</translation>
    </message>
    <message>
        <source>{name} cannot be read to its end. Copy it again from the camera.</source>
        <translation>{name} 未能完整读取。请从相机重新复制。</translation>
    </message>
    <message>
        <source>The picture file is gone</source>
        <translation>图片文件不在了</translation>
    </message>
    <message>
        <source>{name} is no longer where it was. Connect the stick or choose another.</source>
        <translation>{name} 已不在原处。请接好U盘，或另选图片。</translation>
    </message>
    <message>
        <source>The photo does not say where it was taken</source>
        <translation>照片里没有拍摄位置</translation>
    </message>
    <message>
        <source>{name} carries no position; the camera must have been allowed to note it. Choose another photo or type the position. Nothing was changed.</source>
        <translation>{name} 没有记录拍摄位置（拍照时须允许相机记录位置）。请另选一张照片，或手工填写经纬度。已填内容没有改动。</translation>
    </message>
    <message>
        <source>The lot is too large</source>
        <translation>抽样基数过大</translation>
    </message>
    <message>
        <source>The lot is given as {lot} units, at most {most} can be drawn from. Correct the lot. Nothing was drawn.</source>
        <translation>抽样基数填为 {lot} 件，最多可从 {most} 件中抽取。请更正基数，尚未抽取样品。</translation>
    </message>
    <message>
        <source>The lot is not given</source>
        <translation>未填抽样基数</translation>
    </message>
    <message>
        <source>Write how many units lie there before drawing samples.</source>
        <translation>请先填写现场产品数量，再抽取样品。</translation>
    </message>
    <message>
        <source>The sample is larger than the lot</source>
        <translation>抽样数量大于抽样基数</translation>
    </message>
    <message>
        <source>{wanted} units are wanted, the lot has {lot}. Take fewer, or correct the lot. Nothing was drawn.</source>
        <translation>拟抽 {wanted} 件，抽样基数 {lot} 件。请减少抽样数量或更正基数。尚未抽取样品。</translation>
    </message>
    <message>
        <source>The lot is too small for this plan</source>
        <translation>抽样基数不满足此方案</translation>
    </message>
    <message>
        <source>The lot has {lot} units, the plan asks for at least {base}. Record that no sample could be taken, or choose another plan.</source>
        <translation>抽样基数 {lot} 件，方案要求至少 {base} 件。请记录无法抽样，或换其他方案。</translation>
    </message>
    <message>
        <source>The sampling date lies in the future</source>
        <translation>抽样日期晚于今日</translation>
    </message>
    <message>
        <source>{date} is after today, {today}. Correct the date or this computer's clock.</source>
        <translation>{date} 晚于今日 {today}。请更正日期或本机时钟。</translation>
    </message>
    <message>
        <source>No sample has been drawn</source>
        <translation>尚未抽取样品</translation>
    </message>
    <message>
        <source>Draw the samples first, then print sheet and labels.</source>
        <translation>请先抽取样品，再打印抽样单和封条。</translation>
    </message>
    <message>
        <source>There is no such sampling plan</source>
        <translation>没有此抽样方案</translation>
    </message>
    <message>
        <source>Level {level} with AQL {aql} is not in GB/T 2828.1. Choose from the list.</source>
        <translation>GB/T 2828.1 中没有检验水平 {level}、AQL {aql} 的方案。请从列表中选择。</translation>
    </message>
    <message>
        <source>The samples were drawn already</source>
        <translation>样品已经抽取</translation>
    </message>
    <message>
        <source>{count} units stand on the sheet; a second draw would not be lawful. Withdraw the sheet with a reason and begin another.</source>
        <translation>抽样单上已有 {count} 件，依法不得再次抽取。确需重抽的，请写明原因作废此单，另建一份。</translation>
    </message>
    <message>
        <source>The signature is empty</source>
        <translation>签名为空</translation>
    </message>
    <message>
        <source>Sign on the line; a dot is not a signature.</source>
        <translation>请在线上签名，一个点不算签名。</translation>
    </message>
    <message>
        <source>The paper has no such place to sign</source>
        <translation>纸面上没有此签名处</translation>
    </message>
    <message>
        <source>Go back to the list of signers and choose one.</source>
        <translation>请返回签名人员列表选择。</translation>
    </message>
    <message>
        <source>Refusal or absence needs its proof</source>
        <translation>拒签或不在场须有佐证</translation>
    </message>
    <message>
        <source>Add a photo or recording, or name a witness (Procedure Rules art. 43), then confirm.</source>
        <translation>请添加照片或录音录像，或写明见证人（程序规定第四十三条），再确认。</translation>
    </message>
    <message>
        <source>The witness is not named</source>
        <translation>未写见证人</translation>
    </message>
    <message>
        <source>Write the witness's name and unit, then confirm.</source>
        <translation>请写明见证人姓名和单位，再确认。</translation>
    </message>
    <message>
        <source>Two different inspectors are needed</source>
        <translation>须有两名不同的检查人员</translation>
    </message>
    <message>
        <source>Choose a second inspector with his own certificate.</source>
        <translation>请另选一名持有执法证件的检查人员。</translation>
    </message>
    <message>
        <source>There is nothing to order</source>
        <translation>没有可责令改正的问题</translation>
    </message>
    <message>
        <source>This case has no open finding a notice could name.</source>
        <translation>此案件没有可写入通知书的未关闭问题。</translation>
    </message>
    <message>
        <source>This penalty cannot be decided on the spot</source>
        <translation>此处罚不能当场决定</translation>
    </message>
    <message>
        <source>{amount} yuan is above the {ceiling} yuan this party may be fined on the spot. Open a case and follow the ordinary procedure; the finding is kept.</source>
        <translation>罚款{amount}元，超过对该当事人当场罚款的上限{ceiling}元。请立案后按普通程序办理；问题记录已保留。</translation>
    </message>
    <message>
        <source>No document numbers are left</source>
        <translation>文书文号已用完</translation>
    </message>
    <message>
        <source>This computer holds no number of the series {series} for {year}. Get a block from the bureau and enter it in the settings; the draft is kept.</source>
        <translation>本机没有 {year} 年的{series}文号。请向局里申领号段，在设置中录入；草稿已留存。</translation>
    </message>
    <message>
        <source>This block of numbers cannot be used</source>
        <translation>此号段不能使用</translation>
    </message>
    <message>
        <source>{lo} to {hi} is empty or overlaps a block held already. Check both ends.</source>
        <translation>{lo}—{hi} 为空，或与已有号段重叠。请核对起止号。</translation>
    </message>
    <message>
        <source>This document can no longer be changed</source>
        <translation>此文书不可再改</translation>
    </message>
    <message>
        <source>Issue a new document that names it.</source>
        <translation>请另发一份文书并注明此件。</translation>
    </message>
    <message>
        <source>Something is still missing</source>
        <translation>还有缺项</translation>
    </message>
    <message>
        <source>{count} things stand on the list; put them right, then issue.</source>
        <translation>清单上还有 {count} 处，改好后再发出。</translation>
    </message>
    <message>
        <source>The paper changed after it was signed</source>
        <translation>签名后内容有改动</translation>
    </message>
    <message>
        <source>Let everybody sign the page as it is now.</source>
        <translation>请各方对现在的页面重新签名。</translation>
    </message>
    <message>
        <source>This computer was set back to an earlier state</source>
        <translation>本机被退回到较早状态</translation>
    </message>
    <message>
        <source>The data are older than the last document issued here, so its number could be used twice. Issuing is locked until the bureau has given a new block; all else works.</source>
        <translation>数据早于本机最近发出的文书，文号可能重复使用。在局里分配新号段之前不能发出文书，其他功能照常。</translation>
    </message>
    <message>
        <source>The mark of the last document issued here is spoiled</source>
        <translation>本机最近发出文书的标记已损坏</translation>
    </message>
    <message>
        <source>Whether these data were set back cannot be told, so a number could be used twice. Issuing is locked until the bureau has given a new block; all else works.</source>
        <translation>无法判断数据是否被退回到较早状态，文号可能重复使用。在局里分配新号段之前不能发出文书，其他功能照常。</translation>
    </message>
    <message>
        <source>This inspector is no longer active</source>
        <translation>此检查人员已不在岗</translation>
    </message>
    <message>
        <source>Choose another one than {name}, or correct the settings.</source>
        <translation>请改选{name}以外的人员，或更正设置。</translation>
    </message>
    <message>
        <source>The enforcement certificate is missing</source>
        <translation>缺执法证件</translation>
    </message>
    <message>
        <source>Enter the certificate number of {name} in the settings.</source>
        <translation>请在设置中填写{name}的执法证号。</translation>
    </message>
    <message>
        <source>This setting cannot be used</source>
        <translation>此设置不能使用</translation>
    </message>
    <message>
        <source>{name} may not be “{value}”. The old value stays.</source>
        <translation>“{name}”不能为“{value}”，仍用原来的值。</translation>
    </message>
    <message>
        <source>There are data here already</source>
        <translation>这里已有数据</translation>
    </message>
    <message>
        <source>The demonstration bureau is only put into an empty store. Nothing changed.</source>
        <translation>演示单位只能装入空库。未作任何改动。</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message>
        <source>The bureau's key is not known here</source>
        <translation>本机还没有局端密钥</translation>
    </message>
    <message>
        <source>Enrol this laptop at the bureau with a new code; then a bundle can be sealed for it. Everything you wrote stays on this computer.</source>
        <translation>请用新的登记码把本机重新登记到局里，之后就能封装数据包。您写的内容都还在本机上。</translation>
    </message>
    <message>
        <source>This file cannot be taken in</source>
        <translation>这个文件无法导入</translation>
    </message>
    <message>
        <source>{name} is damaged or is no answer of the bureau. Copy it from the bureau again; nothing was changed here.</source>
        <translation>{name}已损坏，或者不是局里的回执。请到局里重新拷贝一份；本机数据没有任何改动。</translation>
    </message>
    <message>
        <source>This answer is of a newer version</source>
        <translation>这份回执的版本比本软件新</translation>
    </message>
    <message>
        <source>Update this program and take {name} in again; nothing was changed here.</source>
        <translation>请先更新本软件，再导入{name}；本机数据没有任何改动。</translation>
    </message>
    <message>
        <source>This answer is for another laptop</source>
        <translation>这份回执不是给本机的</translation>
    </message>
    <message>
        <source>{name} was written for another laptop or by another bureau. Choose the answer that lies beside your own bundle; nothing was changed here.</source>
        <translation>{name}是给另一台电脑的，或者来自别的局。请选择与本机数据包放在一起的那份回执；本机数据没有任何改动。</translation>
    </message>
    <message>
        <source>This answer is not the bureau's</source>
        <translation>这份回执不是局里签发的</translation>
    </message>
    <message>
        <source>{name} does not carry your bureau's signature: it was changed on the way or comes from someone else. Tell the bureau; nothing of it was taken in.</source>
        <translation>{name}没有本局的有效签名，可能途中被改动过，或者出自他人之手。请报告局里；其中内容一概没有导入。</translation>
    </message>
    <message>
        <source>The answer does not fit what is here</source>
        <translation>回执与本机数据对不上</translation>
    </message>
    <message>
        <source>{name} continues another history than this computer has. Write a new bundle and have it answered; if it happens again, tell the bureau. Nothing is lost.</source>
        <translation>{name}接续的记录与本机不一致。请重新写一份数据包并取得回执；如再次出现，请报告局里。本机数据没有丢失。</translation>
    </message>
    <message>
        <source>The stick is full</source>
        <translation>U盘已满</translation>
    </message>
    <message>
        <source>Make room on it or take another one, then write again. No half bundle was left on it, and everything is still on this computer.</source>
        <translation>请腾出空间或换一个U盘再写。U盘上没有留下写了一半的数据包，内容都还在本机。</translation>
    </message>
    <message>
        <source>The stick may not be written to</source>
        <translation>U盘写不进去</translation>
    </message>
    <message>
        <source>Move its lock to open, or take another one, then write again. Everything is still on this computer.</source>
        <translation>请打开U盘的写保护开关，或换一个U盘再写。内容都还在本机。</translation>
    </message>
    <message>
        <source>The stick is not there any more</source>
        <translation>U盘不在了</translation>
    </message>
    <message>
        <source>It was pulled out, or its folder was removed. Plug it in and begin again; everything is still on this computer.</source>
        <translation>U盘已被拔出，或文件夹已被删除。请插好后重新开始；内容都还在本机。</translation>
    </message>
    <message>
        <source>The stick stopped answering</source>
        <translation>U盘没有响应</translation>
    </message>
    <message>
        <source>It was pulled out half-way, or it is worn. Plug it in again or take another one; everything is still on this computer.</source>
        <translation>可能中途被拔出，或者U盘已损坏。请重新插好或换一个；内容都还在本机。</translation>
    </message>
    <message>
        <source>The stick does not give back what was written</source>
        <translation>U盘读出的内容与写入的不一致</translation>
    </message>
    <message>
        <source>It is failing: take another one and write again. The bundle was removed from it, and everything is still on this computer.</source>
        <translation>这个U盘快坏了，请换一个再写。上面的数据包已删除，内容都还在本机。</translation>
    </message>
    <message>
        <source>The bureau's server did not sign what it sent</source>
        <translation>局端服务器没有对所发内容签名</translation>
    </message>
    <message>
        <source>What arrived was checked and is kept, but nobody vouches for its order. Tell the administrator; your own work is not touched.</source>
        <translation>收到的内容已核对并保存，但次序无人担保。请告知管理员；您自己的记录不受影响。</translation>
    </message>
    <message>
        <source>The bureau's server was set back to an earlier copy</source>
        <translation>局端服务器恢复到了较早的备份</translation>
    </message>
    <message>
        <source>What it lost is given back by the laptops by themselves. Go on working, and keep connected for a while; proof of both states is kept here.</source>
        <translation>它缺的内容由各终端自动补回。请照常工作，并保持联网一段时间；前后两份签名证据都已留存本机。</translation>
    </message>
    <message>
        <source>The bureau's server tells another history than before</source>
        <translation>局服务器给出的历史与之前不一致</translation>
    </message>
    <message>
        <source>What it signed earlier and what it signs now contradict each other; proof of both is kept here. Tell the section head and the administrator; your own work is not touched.</source>
        <translation>它先前签过的与现在签的互相矛盾，两份证据都已留存本机。请报告科长和管理员；您自己的记录不受影响。</translation>
    </message>
    <message>
        <source>This period is not known</source>
        <translation>没有此期限规则</translation>
    </message>
    <message>
        <source>Set the day of the deadline by hand.</source>
        <translation>请手工设定期限日期。</translation>
    </message>
    <message>
        <source>This period cannot be suspended or extended</source>
        <translation>此期限不能中止或延长</translation>
    </message>
    <message>
        <source>It runs in hours or is counted back from a fixed day. Its deadline is unchanged.</source>
        <translation>该期限按小时计算，或从固定日期向前推算。原期限未变。</translation>
    </message>
    <message>
        <source>This period runs in hours</source>
        <translation>此期限按小时计算</translation>
    </message>
    <message>
        <source>Enter the time at which it began, not only the day, to count it.</source>
        <translation>请填写起算的具体时间（时、分），不能只填日期。</translation>
    </message>
    <message>
        <source>This period may not be lengthened again</source>
        <translation>这个期限不能再延长</translation>
    </message>
    <message>
        <source>The law lets it be lengthened once only. Decide before its last day; nothing was changed.</source>
        <translation>法律只允许延长一次。请在期限届满前作出处理；没有任何改动。</translation>
    </message>
    <message>
        <source>The equipment has no number</source>
        <translation>设备没有编号</translation>
    </message>
    <message>
        <source>Write its equipment code or its registration number. It was not saved, what you typed is still here.</source>
        <translation>请填写设备代码或使用登记证编号。尚未保存，已填的内容还在。</translation>
    </message>
    <message>
        <source>The equipment code is not right</source>
        <translation>设备代码不正确</translation>
    </message>
    <message>
        <source>{text}: {problem}. Compare it with the plate; it was not saved, what you typed is still here.</source>
        <translation>{text}：{problem}。请与设备铭牌核对；尚未保存，已填的内容还在。</translation>
    </message>
    <message>
        <source>This equipment is already in the register</source>
        <translation>这台设备已经登记</translation>
    </message>
    <message>
        <source>{text} belongs to {name}. Open that card instead of making a second one.</source>
        <translation>{text}属于“{name}”。请打开那张设备卡，不要重复登记。</translation>
    </message>
    <message>
        <source>The registration number is not right</source>
        <translation>使用登记证编号不正确</translation>
    </message>
    <message>
        <source>{text}: {problem}. Compare it with the certificate; it was not saved, what you typed is still here.</source>
        <translation>{text}：{problem}。请与使用登记证核对；尚未保存，已填的内容还在。</translation>
    </message>
    <message>
        <source>This kind is not in the catalogue</source>
        <translation>目录中没有这个品种</translation>
    </message>
    <message>
        <source>“{text}” is no code of the equipment catalogue of 2014. Choose one from the list; it was not saved.</source>
        <translation>“{text}”不是2014年《特种设备目录》中的代码。请从列表中选择；尚未保存。</translation>
    </message>
    <message>
        <source>This status is not known</source>
        <translation>没有这种设备状态</translation>
    </message>
    <message>
        <source>“{text}” is none. Choose in use, stopped or scrapped; it was not saved.</source>
        <translation>“{text}”不是设备状态。请选择在用、停用或报废；尚未保存。</translation>
    </message>
    <message>
        <source>This is no list of special equipment</source>
        <translation>这不是特种设备台账</translation>
    </message>
    <message>
        <source>No row of {file} has the headings. One of the first twenty rows must name the equipment code or the registration number and two more columns. Nothing was changed.</source>
        <translation>{file}中找不到表头。前二十行中须有一行写明设备代码或使用登记证编号，以及另外两列。没有改动任何内容。</translation>
    </message>
    <message>
        <source>The certificate is missing</source>
        <translation>缺少作业人员证</translation>
    </message>
    <message>
        <source>Write the number of {name}'s certificate and the day it expires. It was not saved, what you typed is still here.</source>
        <translation>请填写 {name} 的证书编号和有效期。尚未保存，已填内容仍在。</translation>
    </message>
    <message>
        <source>This operator stands here already</source>
        <translation>该作业人员已在名单中</translation>
    </message>
    <message>
        <source>{name} works this equipment. Correct that line instead of adding a second.</source>
        <translation>{name} 已登记为这台设备的作业人员，请修改原有一行，不要重复添加。</translation>
    </message>
    <message>
        <source>This is no list of operators</source>
        <translation>这不是作业人员名单</translation>
    </message>
    <message>
        <source>No row of {file} has the headings. One of the first twenty rows must name the number of the certificate and two more columns. Nothing was changed.</source>
        <translation>{file}中没有找到表头。前20行中须有一行写明证件编号和另外至少两列。没有改动任何内容。</translation>
    </message>
    <message>
        <source>This is no share</source>
        <translation>比例不对</translation>
    </message>
    <message>
        <source>“{value}” does not lie between 1 and 100. The plan is unchanged.</source>
        <translation>“{value}”不在1至100之间。计划没有改动。</translation>
    </message>
    <message>
        <source>The share has no source</source>
        <translation>没有写来源</translation>
    </message>
    <message>
        <source>Write the paper of your bureau it stands in. The plan is unchanged.</source>
        <translation>请写明所依据的本局文件。计划没有改动。</translation>
    </message>
    <message>
        <source>These are too many words</source>
        <translation>字样太多</translation>
    </message>
    <message>
        <source>Keep at most {count}, parted by spaces. The plan is unchanged.</source>
        <translation>最多保留{count}个，用空格隔开。计划没有改动。</translation>
    </message>
    <message>
        <source>The share holds from no day that can be</source>
        <translation>施行日期不对</translation>
    </message>
    <message>
        <source>Write a day after the year 2000, as 2026-09-30. The plan is unchanged.</source>
        <translation>请填写2000年以后的日期，格式如2026-09-30。计划没有改动。</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>文件过大</translation>
    </message>
    <message>
        <source>{name} has {size}, at most {limit} can be kept. Shorten it or save it at a lower quality and choose it again. The record is unchanged.</source>
        <translation>{name} 有 {size}，最多能保存 {limit}。请截短或降低质量另存后再选。记录没有变化。</translation>
    </message>
    <message>
        <source>The file is gone</source>
        <translation>文件不见了</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>{name} holds nothing. Copy it again or choose another.</source>
        <translation>{name} 里没有内容。请重新复制，或另选一个。</translation>
    </message>
    <message>
        <source>This file is of another kind than the form asks for</source>
        <translation>文件类型与表单要求不符</translation>
    </message>
    <message>
        <source>What {name} holds was looked at, not its ending. Choose another. Nothing was changed.</source>
        <translation>按内容判断，{name} 不是所要的类型（不看扩展名）。请另选一个。没有任何改动。</translation>
    </message>
    <message>
        <source>Programs are not taken into a record</source>
        <translation>记录不收可执行程序</translation>
    </message>
    <message>
        <source>{name} is a program, whatever its name says. Choose another file. Nothing was changed.</source>
        <translation>不论名称如何，{name} 是可执行程序。请另选文件。没有任何改动。</translation>
    </message>
    <message>
        <source>This file cannot be shown here</source>
        <translation>这个文件在本机打不开</translation>
    </message>
    <message>
        <source>This computer has no program for {name}. It is kept unchanged in the record.</source>
        <translation>本机没有能打开 {name} 的程序。文件原样保存在记录里。</translation>
    </message>
    <message>
        <source>The drawing cannot be read</source>
        <translation>标注读不出来</translation>
    </message>
    <message>
        <source>The photo itself is kept unchanged. Take the drawing off and draw again.</source>
        <translation>照片本身原样保存着。请清除标注后重画。</translation>
    </message>
    <message>
        <source>The form is not on this computer</source>
        <translation>本机没有此表单</translation>
    </message>
    <message>
        <source>{form_id} is not in the library. Receive the bureau's forms, then go on.</source>
        <translation>表单库中没有 {form_id}。请先接收局里的表单，再继续。</translation>
    </message>
    <message>
        <source>The form needs a newer program</source>
        <translation>该表单需要更新版本的程序</translation>
    </message>
    <message>
        <source>It is kept here. Install the newer version of the program to open it.</source>
        <translation>表单已保存在本机。安装新版程序后即可打开。</translation>
    </message>
    <message>
        <source>The bureau publishes this form for everybody</source>
        <translation>该表单由局里统一发布</translation>
    </message>
    <message>
        <source>Hand the workbook of {title} to whoever keeps the forms of the bureau. Nothing was changed.</source>
        <translation>请把“{title}”的工作簿交给局里的表单管理人员。未作任何修改。</translation>
    </message>
    <message>
        <source>This paper has changed its form version again</source>
        <translation>此文书的表单版本又有变更</translation>
    </message>
    <message>
        <source>The earlier change can no longer be taken back. Nothing was changed.</source>
        <translation>先前的变更已无法撤销。未作任何更改。</translation>
    </message>
    <message>
        <source>This version is not newer than the one in use</source>
        <translation>这个版本不比正在使用的版本新</translation>
    </message>
    <message>
        <source>{newest} is in use. Raise the version {version} in the workbook, save, then put it into use. Nothing was changed.</source>
        <translation>正在使用的是版本 {newest}。请在工作簿里把版本号 {version} 改大并保存，再启用。没有任何改动。</translation>
    </message>
    <message>
        <source>The workbook does not say what became of some questions</source>
        <translation>工作簿没有写明有些问题的去向</translation>
    </message>
    <message>
        <source>Write in the sheet “renamed” what each is called now, or that it is meant to be gone: {names}. Nothing was put into use.</source>
        <translation>请在“改名”（renamed）工作表里写明下列各项现在的名称，不再问的写“删除”：{names}。没有启用。</translation>
    </message>
    <message>
        <source>A second person must confirm this version</source>
        <translation>这个版本须由第二人确认</translation>
    </message>
    <message>
        <source>Drafts cannot go on by themselves after {count} of the changes. Have a second inspector confirm them with a reason. Nothing was put into use.</source>
        <translation>有 {count} 处变化使草稿不能直接接着填。请另一名检查人员写明理由并确认。没有启用。</translation>
    </message>
    <message>
        <source>The second person must be another one</source>
        <translation>确认人须是另一名检查人员</translation>
    </message>
    <message>
        <source>{name} is putting this version into use. Choose another inspector. Nothing was changed.</source>
        <translation>这个版本由{name}启用，请选择另一名检查人员确认。没有任何改动。</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>it must have 18 characters</source>
        <translation>应为 18 位</translation>
    </message>
    <message>
        <source>it has a character that never occurs</source>
        <translation>含有不允许的字符</translation>
    </message>
    <message>
        <source>it has full-width characters</source>
        <translation>含有全角字符</translation>
    </message>
    <message>
        <source>it has a space inside</source>
        <translation>中间有空格</translation>
    </message>
    <message>
        <source>its letters must be capitals</source>
        <translation>字母应为大写</translation>
    </message>
    <message>
        <source>the last check digit does not fit the characters before it</source>
        <translation>末位校验码与前面各位不符</translation>
    </message>
    <message>
        <source>the check digit of the organisation code (17th character) does not fit</source>
        <translation>主体标识码的校验码（第 17 位）不符</translation>
    </message>
    <message>
        <source>it is not built as it must be</source>
        <translation>编号的构成不符合规则</translation>
    </message>
    <message>
        <source>its first four characters are no variety of the 2014 catalogue</source>
        <translation>前四位不是2014年《特种设备目录》中的品种代码</translation>
    </message>
    <message>
        <source>the year in it cannot be</source>
        <translation>其中的年份不可能</translation>
    </message>
    <message>
        <source>it does not begin with the short name of a kind of equipment</source>
        <translation>开头不是设备种类的简称</translation>
    </message>
    <message>
        <source>the short name of the province is not right</source>
        <translation>省份简称不正确</translation>
    </message>
    <message>
        <source>there is no such region code</source>
        <translation>没有此行政区划代码</translation>
    </message>
    <message>
        <source>a check digit does not fit</source>
        <translation>校验码不符</translation>
    </message>
    <message>
        <source>This is not a valid code: {problem}. If the others are right, character {place} must be {right}. Compare it with the licence.</source>
        <translation>信用代码有误：{problem}。如其余各位无误，第 {place} 位应为 {right}。请对照证照核对。</translation>
    </message>
    <message>
        <source>This is not a valid code: {problem}. Compare it with the licence.</source>
        <translation>信用代码有误：{problem}。请对照证照核对。</translation>
    </message>
    <message>
        <source>Still to be done: {count}, listed in the case. Settle them, then close the case. Nothing was changed.</source>
        <translation>还有 {count} 项待办没有办结，列在案件里。请先办结再结案。没有作任何改动。</translation>
    </message>
    <message>
        <source>The article confiscates goods as well, and on the spot there is only a warning or a fine (Administrative Penalty Law art. 51). Open a case and follow the ordinary procedure; the finding is kept.</source>
        <translation>该条含没收，当场只能作出警告或者罚款（《行政处罚法》第五十一条）。请立案后按普通程序办理；问题记录已保留。</translation>
    </message>
    <message>
        <source>This cannot be punished yet</source>
        <translation>现在还不能处罚</translation>
    </message>
    <message>
        <source>The article punishes only what is not corrected by the day ordered. Issue the order to correct first; the finding is kept.</source>
        <translation>该条只处罚逾期未改正的行为。请先下达责令改正通知书；问题记录已保留。</translation>
    </message>
    <message>
        <source>Nothing says that it was approved</source>
        <translation>没有写明经过批准</translation>
    </message>
    <message>
        <source>Write who approved it, when, and by which paper. It is still to be done.</source>
        <translation>请写明批准人、批准时间和审批表。该事项仍未办结。</translation>
    </message>
    <message>
        <source>Where the file lies is missing</source>
        <translation>没有写归档位置</translation>
    </message>
    <message>
        <source>Write the cabinet and the number of the file, so that it can be found again. Nothing was changed.</source>
        <translation>请写明柜号和卷号，以便以后查找。没有作任何改动。</translation>
    </message>
    <message>
        <source>Nothing may be served electronically here</source>
        <translation>不能电子送达</translation>
    </message>
    <message>
        <source>{name} has not signed a confirmation of its address that agrees to electronic service (Procedure Rules art. 82). Have one signed, or choose another way. Nothing was changed.</source>
        <translation>{name}没有签署同意电子送达的送达地址确认书（《程序规定》第八十二条）。请先请其签署，或者改用其他送达方式。没有作任何改动。</translation>
    </message>
    <message>
        <source>This was punished already</source>
        <translation>这个问题已经处罚过</translation>
    </message>
    <message>
        <source>{number} was issued over this finding, and the same act is not fined twice. If it is wrong, withdraw it first; what an order leaves undone may be cited after its day.</source>
        <translation>对这个问题已开出{number}，同一个违法行为不得给予两次罚款。开错了的，先撤回原决定；责令改正逾期不改的，期限过后可以另行处罚。</translation>
    </message>
    <message>
        <source>It cannot have been served on that day</source>
        <translation>送达日期不对</translation>
    </message>
    <message>
        <source>{day} lies after today or before {issued}, when it was issued. Correct the day; nothing was recorded.</source>
        <translation>{day}晚于今天，或者早于开具日期{issued}。请改正送达日期；没有记录任何内容。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Free some space on this disk, then go on. What was saved before is safe; what you just typed is still on the screen.</source>
        <translation>请清理出一些磁盘空间后继续。此前已保存的内容安全，刚输入的内容仍在屏幕上。</translation>
    </message>
    <message>
        <source>The data folder may not be written</source>
        <translation>数据文件夹不可写</translation>
    </message>
    <message>
        <source>Ask for the right to write in this folder, or start the program with another one. Nothing in it was changed.</source>
        <translation>请取得该文件夹的写入权限，或换一个文件夹启动。其中内容未作改动。</translation>
    </message>
    <message>
        <source>Another program is using the data</source>
        <translation>其他程序正在使用数据</translation>
    </message>
    <message>
        <source>Close the other window or wait until the backup or virus scanner has finished, then try again. Nothing was lost.</source>
        <translation>请关闭另一窗口，或等备份、杀毒软件结束后重试。内容没有丢失。</translation>
    </message>
    <message>
        <source>Part of the data on this disk is damaged</source>
        <translation>磁盘上的部分数据已损坏</translation>
    </message>
    <message>
        <source>Do not delete anything. The second journal and the backups hold what was recorded: the bureau's administrator can rebuild the store from them with the program closed (xunjian restore, then the data folder).</source>
        <translation>请勿删除任何文件。第二日志和备份中留有已记录的内容，局里的管理员可关闭程序后据此重建数据（运行 xunjian restore，后接数据文件夹）。</translation>
    </message>
    <message>
        <source>There is nothing to restore from</source>
        <translation>没有可用于恢复的数据</translation>
    </message>
    <message>
        <source>Neither the second journal nor a backup can be read here. Name a backup kept elsewhere with --from. The store was left as it is.</source>
        <translation>此处的第二日志和备份均无法读取。可用 --from 指定另外保存的备份。现有数据未作改动。</translation>
    </message>
    <message>
        <source>These data were made by a newer version</source>
        <translation>这些数据由更新版本生成</translation>
    </message>
    <message>
        <source>Install the newer version of the program to open them. Nothing in them was changed.</source>
        <translation>请安装更新版本后打开。数据未作改动。</translation>
    </message>
    <message>
        <source>These data were made by an earlier version</source>
        <translation>这些数据由较早版本生成</translation>
    </message>
    <message>
        <source>Open them once in the program, which brings them up to date. Nothing was changed.</source>
        <translation>请先用本程序打开一次，程序会将其更新。数据未作改动。</translation>
    </message>
    <message>
        <source>The data cannot be unlocked with this key</source>
        <translation>此密钥无法解锁数据</translation>
    </message>
    <message>
        <source>Check the password, or log in to this computer as the user who made them. Nothing in them was changed.</source>
        <translation>请核对密码，或以建立数据的用户登录本机。数据未作改动。</translation>
    </message>
    <message>
        <source>This folder holds no inspection data</source>
        <translation>此文件夹中没有检查数据</translation>
    </message>
    <message>
        <source>Choose the folder that holds store.db, or start with an empty one. Nothing in the folder was changed.</source>
        <translation>请选择含有 store.db 的文件夹，或从空文件夹开始。文件夹未作改动。</translation>
    </message>
    <message>
        <source>The database library is too old to be safe</source>
        <translation>数据库组件版本过旧，不够安全</translation>
    </message>
    <message>
        <source>Found {found}, needed {needed}: install the program again as it is delivered. The data were not opened.</source>
        <translation>现为 {found}，需要 {needed}：请按交付版本重新安装程序。数据未被打开。</translation>
    </message>
    <message>
        <source>The data folder is not there</source>
        <translation>找不到数据文件夹</translation>
    </message>
    <message>
        <source>If it lies on a stick or a network drive, connect it and start again. Nothing new was begun in its place.</source>
        <translation>如果在U盘或网络盘上，请接好后重新启动。程序没有另建新库。</translation>
    </message>
    <message>
        <source>It has {size}, at most {limit} can be kept. Choose a smaller one. The record is unchanged.</source>
        <translation>文件为 {size}，最多可存 {limit}。请换小一些的文件，记录未作改动。</translation>
    </message>
    <message>
        <source>A file could not be read to its end</source>
        <translation>文件未能完整读取</translation>
    </message>
    <message>
        <source>Check the disk or the stick and try again: {path}. Nothing else was touched.</source>
        <translation>请检查磁盘或U盘后重试：{path}。其他内容未受影响。</translation>
    </message>
    <message>
        <source>The program is already open</source>
        <translation>程序已经打开</translation>
    </message>
    <message>
        <source>Its window was brought to the front; this second copy closes. Nothing was lost.</source>
        <translation>已将原窗口移到最前，本次启动即关闭。内容没有丢失。</translation>
    </message>
    <message>
        <source>The data folder is in use on another computer</source>
        <translation>数据文件夹正在另一台电脑上使用</translation>
    </message>
    <message>
        <source>Close the program there ({host}), then start again. Nothing was changed.</source>
        <translation>请先关闭那台电脑（{host}）上的程序，再重新启动。未作任何改动。</translation>
    </message>
    <message>
        <source>The page did not come out of the printer</source>
        <translation>打印机没有打出页面</translation>
    </message>
    <message>
        <source>The printer says: {reason}. Check paper and cable and print again, or save the PDF. The document itself is issued and kept.</source>
        <translation>打印机提示：{reason}。请检查纸张和连线后重新打印，或存为 PDF。文书已发出并留存。</translation>
    </message>
    <message>
        <source>No camera was found</source>
        <translation>未找到摄像头</translation>
    </message>
    <message>
        <source>Connect one, or choose a picture file instead.</source>
        <translation>请连接摄像头，或改选图片文件。</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <translation>没有找到麦克风</translation>
    </message>
    <message>
        <source>Connect one and press again, or choose a recording made elsewhere.</source>
        <translation>请接上麦克风再按一次，或选择别处录好的录音。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong</source>
        <translation>出现意外问题</translation>
    </message>
    <message>
        <source>What was saved is safe. A report was written to {file}: please hand it to support, then go on or start the program again.</source>
        <translation>已保存的内容安全。问题报告已写入 {file}，请交给技术支持，然后继续或重新启动程序。</translation>
    </message>
    <message>
        <source>This is the same row</source>
        <translation>这是同一条登记</translation>
    </message>
    <message>
        <source>Choose the other row of {name}. Nothing was changed.</source>
        <translation>请选择{name}的另一条登记。没有改动任何内容。</translation>
    </message>
    <message>
        <source>One of the two was merged already</source>
        <translation>其中一条已经合并过</translation>
    </message>
    <message>
        <source>Another row stands for {name} now; open it by its name and merge that one. Nothing was changed.</source>
        <translation>{name}现在由另一条登记代表；请按名称打开那一条再合并。没有改动任何内容。</translation>
    </message>
    <message>
        <source>A character cannot be printed</source>
        <translation>有字无法打印</translation>
    </message>
    <message>
        <source>No installed font has {characters} ({where}). Install a font that has it, or write it another way; no number was used.</source>
        <translation>已装字体中没有“{characters}”（{where}）。请安装含此字的字体，或换一种写法；未占用文号。</translation>
    </message>
    <message>
        <source>The text does not fit on the page</source>
        <translation>内容超出页面</translation>
    </message>
    <message>
        <source>A table or a wording is too long for one page. Shorten it; no number was used.</source>
        <translation>表格或文字过长，一页放不下。请精简；未占用文号。</translation>
    </message>
    <message>
        <source>No printing system answers</source>
        <translation>打印服务没有响应</translation>
    </message>
    <message>
        <source>Connect the printer or start the printing service, then print again, or save the PDF. The paper itself is kept.</source>
        <translation>请连接打印机或启动打印服务后重新打印，或存为 PDF。此件已留存。</translation>
    </message>
    <message>
        <source>The printer is not there any more</source>
        <translation>打印机已断开</translation>
    </message>
    <message>
        <source>{printer} was not found. Connect it or choose another one. The paper itself is kept.</source>
        <translation>未找到 {printer}。请连接或另选打印机。此件已留存。</translation>
    </message>
    <message>
        <source>The printer takes no papers now</source>
        <translation>打印机暂不接收任务</translation>
    </message>
    <message>
        <source>{printer} refuses new jobs. Switch it on or choose another one. The paper itself is kept.</source>
        <translation>{printer} 拒收新任务。请开机或另选打印机。此件已留存。</translation>
    </message>
    <message>
        <source>The printer could not read the pages</source>
        <translation>打印机无法识别页面</translation>
    </message>
    <message>
        <source>Save the PDF and print it from another computer. The paper itself is kept.</source>
        <translation>请存为 PDF，在其他电脑上打印。此件已留存。</translation>
    </message>
    <message>
        <source>Printing did not work</source>
        <translation>打印未成功</translation>
    </message>
    <message>
        <source>The printing system says: {said}. Print again or save the PDF. The paper itself is kept.</source>
        <translation>打印系统提示：{said}。请重新打印或存为 PDF。此件已留存。</translation>
    </message>
    <message>
        <source>The PDF could not be saved there</source>
        <translation>PDF 未能存到该处</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {reason}. Choose another folder. The paper itself is kept.</source>
        <translation>{folder} 不可写：{reason}。请另选文件夹。此件已留存。</translation>
    </message>
    <message>
        <source>The signer has no name yet</source>
        <translation>未写签名人姓名</translation>
    </message>
    <message>
        <source>Write the name of the one who signs, then confirm.</source>
        <translation>请写明签名人姓名，再确认。</translation>
    </message>
    <message>
        <source>Nobody is named as receiver</source>
        <translation>未写签收人</translation>
    </message>
    <message>
        <source>Write who took the paper on the spot, then record the service.</source>
        <translation>请写明当场签收人，再登记送达。</translation>
    </message>
    <message>
        <source>This way of service needs its proof</source>
        <translation>此送达方式须有凭证</translation>
    </message>
    <message>
        <source>Post: the tracking number. Left there: a witness or a photo. Electronic: the address the party confirmed. The document itself is issued and kept.</source>
        <translation>邮寄：邮件号。留置：见证人或照片。电子：当事人确认的地址。文书已发出并留存。</translation>
    </message>
    <message>
        <source>This paper is finished, not issued</source>
        <translation>此件只须完成，不发出</translation>
    </message>
    <message>
        <source>Open it in review to finish it; it takes no number.</source>
        <translation>请在“核对与签名”中完成，不占用文号。</translation>
    </message>
    <message>
        <source>This paper is issued with a number</source>
        <translation>此件须编号发出</translation>
    </message>
    <message>
        <source>Go on to the step of issuing; nothing was changed.</source>
        <translation>请进入“发出文书”一步。未作任何改动。</translation>
    </message>
    <message>
        <source>Another bureau goes on with this case</source>
        <translation>该案件由其他机关继续办理</translation>
    </message>
    <message>
        <source>{bureau} has its papers. Here they can be read and printed; what is still to be done is done there. Nothing was changed.</source>
        <translation>案件文书在{bureau}。这里可以查看和打印；尚未办完的事项由该机关办理。未作任何改动。</translation>
    </message>
    <message>
        <source>Another bureau has this paper now</source>
        <translation>这份文书已由其他机关办理</translation>
    </message>
    <message>
        <source>“{paper}” was handed over to {bureau} with all that belongs to it. What becomes of it is written down there; here it can only be read. Nothing was changed.</source>
        <translation>《{paper}》已连同有关材料移交{bureau}，后续情况由该机关记录；这里只能查看。未作任何改动。</translation>
    </message>
    <message>
        <source>This is done at another bureau</source>
        <translation>这项工作由其他机关办理</translation>
    </message>
    <message>
        <source>“{title}” was handed over with its paper. Nothing was changed.</source>
        <translation>“{title}”已随文书移交。未作任何改动。</translation>
    </message>
    <message>
        <source>This result is of another bureau</source>
        <translation>这份结果是外局的</translation>
    </message>
    <message>
        <source>Report {number} is of {origin} and only recognised here: telling, objecting and correcting are done there. Use it in a case of your own. Nothing was changed.</source>
        <translation>报告{number}是{origin}的，本局只是互认：告知、异议、更正都在外局办理。请在自己的案件里采用。没有作任何改动。</translation>
    </message>
    <message>
        <source>The result is not final yet</source>
        <translation>结果还没有生效</translation>
    </message>
    <message>
        <source>Report {number} is still open at {origin}. Ask for it to be recognised again when it is final. Nothing was changed.</source>
        <translation>报告{number}在{origin}还没有最终结论。请等结果生效后再办一次互认。没有作任何改动。</translation>
    </message>
    <message>
        <source>This result is our own</source>
        <translation>这份结果是本局的</translation>
    </message>
    <message>
        <source>Report {number} was not recognised from another bureau; go on with it in its own case. Nothing was changed.</source>
        <translation>报告{number}不是外局互认来的，请在它自己的案件里继续办理。没有作任何改动。</translation>
    </message>
    <message>
        <source>The case uses this result already</source>
        <translation>本案已经采用了这份结果</translation>
    </message>
    <message>
        <source>Report {number} is among the recognised results of the case.</source>
        <translation>报告{number}已在本案的互认结果里。</translation>
    </message>
    <message>
        <source>A finding rests on this result</source>
        <translation>已有问题依据这份结果</translation>
    </message>
    <message>
        <source>A finding was begun from report {number}, so the case goes on using it. Nothing was changed.</source>
        <translation>已经根据报告{number}列了问题，本案要继续采用它。没有作任何改动。</translation>
    </message>
    <message>
        <source>The result found nothing wrong</source>
        <translation>这份结果合格</translation>
    </message>
    <message>
        <source>Report {number} conforms; no finding can be begun from it.</source>
        <translation>报告{number}结论为合格，不能据此列为问题。</translation>
    </message>
    <message>
        <source>The report says nothing yet</source>
        <translation>报告内容是空的</translation>
    </message>
    <message>
        <source>Write what the party says it has put right.</source>
        <translation>请写明当事人报告的改正情况。</translation>
    </message>
    <message>
        <source>This day is still to come</source>
        <translation>日期还没到</translation>
    </message>
    <message>
        <source>{day} lies after today, {today}. Correct the day.</source>
        <translation>{day} 晚于今天（{today}），请改正日期。</translation>
    </message>
    <message>
        <source>This day lies before the report</source>
        <translation>日期早于收到整改报告</translation>
    </message>
    <message>
        <source>The report came in on {reported}; what it tells of was not re-checked on {day}. Correct the day.</source>
        <translation>整改报告于{reported}收到，复查日期不能是{day}，请更正。</translation>
    </message>
    <message>
        <source>This day lies before the check</source>
        <translation>日期早于检查</translation>
    </message>
    <message>
        <source>It was found on {found}; {day} cannot be right. Correct the day.</source>
        <translation>问题是 {found} 发现的，{day} 不对，请改正日期。</translation>
    </message>
    <message>
        <source>A re-check on the spot takes two inspectors</source>
        <translation>现场复查须两名检查人员</translation>
    </message>
    <message>
        <source>Choose the second inspector, or say that the papers were looked at. Nothing is lost.</source>
        <translation>请选择同行的检查人员，或者改为书面核查。已填内容都在。</translation>
    </message>
    <message>
        <source>Nobody has re-checked this finding</source>
        <translation>该问题还没有复查</translation>
    </message>
    <message>
        <source>Enter the re-check first; then it can be closed.</source>
        <translation>请先登记复查，再关闭。</translation>
    </message>
    <message>
        <source>There is no step to take back</source>
        <translation>没有可以撤回的步骤</translation>
    </message>
    <message>
        <source>The finding is as its order left it.</source>
        <translation>该问题仍是责令改正时的状态。</translation>
    </message>
    <message>
        <source>This deadline does not run</source>
        <translation>该期限不在计算中</translation>
    </message>
    <message>
        <source>It is done, has no day, or runs in hours. Nothing was changed.</source>
        <translation>它已办结、没有期限日，或者按小时计算。没有任何改动。</translation>
    </message>
    <message>
        <source>This deadline stands still</source>
        <translation>该期限已中止</translation>
    </message>
    <message>
        <source>End the suspension first; then it can be changed.</source>
        <translation>请先恢复计算，再变更期限。</translation>
    </message>
    <message>
        <source>Something is missing for the new deadline</source>
        <translation>新期限的内容不全</translation>
    </message>
    <message>
        <source>It needs its days, the article, who approved it, and the reason.</source>
        <translation>须写明天数、依据条款、批准人和理由。</translation>
    </message>
    <message>
        <source>The new deadline in the paper is not the one counted</source>
        <translation>文书里的新期限与计算的不一致</translation>
    </message>
    <message>
        <source>The paper says {told}, counted it is {counted}. Correct the day or the number of days; no number was taken.</source>
        <translation>文书写的是 {told}，按日历算出的是 {counted}。请改正日期或天数；尚未占用文号。</translation>
    </message>
    <message>
        <source>This stop lies outside the period</source>
        <translation>中止的日期不在期限内</translation>
    </message>
    <message>
        <source>The period runs from {start} to {due}; a stop from {since} on would change nothing. Correct the days.</source>
        <translation>期限自{start}起至{due}止，从{since}起中止没有作用，请更正日期。</translation>
    </message>
    <message>
        <source>That is more than any extension gives</source>
        <translation>超出了可延长的限度</translation>
    </message>
    <message>
        <source>At most {most} can be added at once. Correct the number.</source>
        <translation>一次最多延长 {most}，请改正天数。</translation>
    </message>
    <message>
        <source>This hand-over cannot be written down</source>
        <translation>这样的交接无法登记</translation>
    </message>
    <message>
        <source>“{value}” is none of the ways a sample changes hands. Nothing was saved.</source>
        <translation>“{value}”不是样品交接的方式。什么都没有保存。</translation>
    </message>
    <message>
        <source>The lot is not judged yet</source>
        <translation>整批还不能判定</translation>
    </message>
    <message>
        <source>Its plan judges the lot by all test samples: {failed} nonconforming so far, up to {accept} do not go against it. Enter the reports still out, then begin the notice.</source>
        <translation>抽样方案按全部检验样品判定整批：目前不合格 {failed} 件，不超过 {accept} 件不影响判定。请把其余检验报告录完，再制作通知书。</translation>
    </message>
    <message>
        <source>The plan by declared quality cannot be</source>
        <translation>声称质量水平的抽样方案不成立</translation>
    </message>
    <message>
        <source>L lies from 0 to below n, and the DQL is answered (n = {n}, L = {limit}). Mend the plan on the sheet; nothing was drawn.</source>
        <translation>不合格品限定数 L 从 0 起、小于样本量 n，并且要填写 DQL（现在 n = {n}，L = {limit}）。请在抽样单上改好方案；没有抽样。</translation>
    </message>
    <message>
        <source>The chain of this sample has ended</source>
        <translation>这件样品的交接已经结束</translation>
    </message>
    <message>
        <source>{number} was given back or destroyed already. If that line is wrong, correct it; nothing was saved.</source>
        <translation>{number}已经退还或者销毁。那一条如果写错了，请更正那一条；这次没有保存。</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>没有可以撤回的记录</translation>
    </message>
    <message>
        <source>No hand-over of {number} is written down.</source>
        <translation>{number}还没有登记过交接。</translation>
    </message>
    <message>
        <source>A hand is missing</source>
        <translation>缺少交接人</translation>
    </message>
    <message>
        <source>Write who gave the sample and who took it. Nothing was saved, what you typed is still here.</source>
        <translation>请写明谁交出、谁接收。没有保存，填写的内容都还在。</translation>
    </message>
    <message>
        <source>The hand-over lies in the future</source>
        <translation>交接时间晚于现在</translation>
    </message>
    <message>
        <source>Write the time at which the sample really changed hands. What you typed is still here.</source>
        <translation>请填写样品实际交接的时间。填写的内容都还在。</translation>
    </message>
    <message>
        <source>The times do not follow one another</source>
        <translation>交接时间前后不连贯</translation>
    </message>
    <message>
        <source>A hand-over cannot come before the one above it or after the one below it. What you typed is still here.</source>
        <translation>这次交接不能早于上一条，也不能晚于下一条。填写的内容都还在。</translation>
    </message>
    <message>
        <source>Say what is wrong with the seal</source>
        <translation>请说明封条的情况</translation>
    </message>
    <message>
        <source>A seal that is not whole needs a note: where it is torn, who saw it, which photo shows it. What you typed is still here.</source>
        <translation>封条不完好的，要写明破在哪里、谁看到的、哪张照片为证。填写的内容都还在。</translation>
    </message>
    <message>
        <source>Another bureau has this sample now</source>
        <translation>样品已移交其他机关</translation>
    </message>
    <message>
        <source>{number} was handed over with its papers. What becomes of it is written down there; here it can only be read.</source>
        <translation>{number}已随文书移交，后续情况由接收机关登记，本机只能查看。</translation>
    </message>
    <message>
        <source>The sheet of this sample was withdrawn</source>
        <translation>这个样品的抽样单已作废</translation>
    </message>
    <message>
        <source>{number} was drawn by a sheet that does not hold any more. Write down that it was given back or destroyed; draw anew on a new sheet for a test. Nothing was saved.</source>
        <translation>{number}所依据的抽样单已作废。请记录样品退还或者销毁；需要检验的，另开抽样单重新抽取。未作任何保存。</translation>
    </message>
    <message>
        <source>This is the spare sample</source>
        <translation>这是备用样品</translation>
    </message>
    <message>
        <source>{number} stays sealed until somebody objects. The result belongs to a test sample.</source>
        <translation>{number}在有人提出异议之前保持封存。检验结果请录在检验样品上。</translation>
    </message>
    <message>
        <source>This report cannot be changed any more</source>
        <translation>这份报告不能再修改</translation>
    </message>
    <message>
        <source>The party was told the result of {number} already, or it is final. Nothing was changed.</source>
        <translation>{number}的结果已经告知对方，或者已经确定。什么都没有改动。</translation>
    </message>
    <message>
        <source>That is too much for one report</source>
        <translation>一份报告装不下这么多项目</translation>
    </message>
    <message>
        <source>It has {count} lines; {most} can be kept. Nothing was changed.</source>
        <translation>共{count}行，最多{most}行。什么都没有改动。</translation>
    </message>
    <message>
        <source>This day cannot be</source>
        <translation>这个日期不对</translation>
    </message>
    <message>
        <source>{day} does not fit: not after today, and in the order issued, received, told. What you typed is still here.</source>
        <translation>{day}不合适：不能晚于今天，并且先后应当是签发、收到、告知。填写的内容都还在。</translation>
    </message>
    <message>
        <source>Number or laboratory is missing</source>
        <translation>缺少报告编号或者检验机构</translation>
    </message>
    <message>
        <source>Write the number of the report and the laboratory that made it, as they stand on its first page.</source>
        <translation>请按报告首页填写报告编号和出具报告的检验机构。</translation>
    </message>
    <message>
        <source>The result is not decided yet</source>
        <translation>检验结论还没有定</translation>
    </message>
    <message>
        <source>Every line of the report {number} must be judged first; the open ones are marked.</source>
        <translation>报告{number}的每个项目都要先有判定；没有判定的已经标出。</translation>
    </message>
    <message>
        <source>The party was told already</source>
        <translation>已经告知过对方</translation>
    </message>
    <message>
        <source>The result of {number} was told; its fifteen days are running or over. Nothing was changed.</source>
        <translation>{number}的结果已经告知，十五日异议期正在计算或者已经届满。什么都没有改动。</translation>
    </message>
    <message>
        <source>The party has not been told yet</source>
        <translation>还没有告知对方</translation>
    </message>
    <message>
        <source>Serve the notice of the result of {number} first; the fifteen days begin with its receipt.</source>
        <translation>请先送达{number}的检验结果通知书；十五日从收到之日起算。</translation>
    </message>
    <message>
        <source>This result is final</source>
        <translation>结果已经确定</translation>
    </message>
    <message>
        <source>Nothing about the report {number} can be changed or objected to any more.</source>
        <translation>报告{number}不能再修改，也不能再提出异议。</translation>
    </message>
    <message>
        <source>This number is taken</source>
        <translation>这个编号已经有了</translation>
    </message>
    <message>
        <source>A report {number} is here already. A corrected report has a number of its own; write it as it stands on the first page. Nothing was saved.</source>
        <translation>已有编号为{number}的报告。更正报告有自己的编号，请照首页填写。什么都没有保存。</translation>
    </message>
    <message>
        <source>An order rests on this result</source>
        <translation>该结果已据以责令改正</translation>
    </message>
    <message>
        <source>The correction of what {number} found is ordered already. Withdraw that order first, then write down the objection. Nothing was changed.</source>
        <translation>已就{number}发现的问题责令改正。请先撤回责令改正通知书，再登记异议。未作任何改动。</translation>
    </message>
    <message>
        <source>An order rests on this report</source>
        <translation>已依据这份报告责令改正</translation>
    </message>
    <message>
        <source>The correction of what {number} found is ordered already. Withdraw that order first, then take in the corrected report. Nothing was changed.</source>
        <translation>已经依据报告{number}责令改正。请先撤回责令改正通知书，再登记更正报告。什么都没有改动。</translation>
    </message>
    <message>
        <source>No announcement is waited for</source>
        <translation>这份报告不等待公告</translation>
    </message>
    <message>
        <source>Only a re-check that failed for good is announced, and once. Nothing about {number} was changed.</source>
        <translation>只有结果已确定的不合格复查才公告，且只记一次。报告{number}没有改动。</translation>
    </message>
    <message>
        <source>The failed re-check is not announced yet</source>
        <translation>复查不合格还没有公告</translation>
    </message>
    <message>
        <source>The second re-check counts from the announcement by the province. Note its day on the result first. Nothing was begun.</source>
        <translation>再次复查从省级部门公告之日起算。请先在检验结果里记下公告日期。没有新建抽样单。</translation>
    </message>
    <message>
        <source>It is too early for the second re-check</source>
        <translation>还不到再次复查的时候</translation>
    </message>
    <message>
        <source>It is made from {first} to {last}: after the sixtieth and before the ninetieth day from the announcement (Order 18, article 48). Nothing was begun.</source>
        <translation>应在{first}至{last}之间进行：公告之日起六十日后九十日前（总局令第18号第四十八条）。没有新建抽样单。</translation>
    </message>
    <message>
        <source>This is no list of test items</source>
        <translation>这不是检验项目清单</translation>
    </message>
    <message>
        <source>No row of {file} has the headings item 检验项目 and measured 实测值. Take the template; nothing was changed.</source>
        <translation>{file}里没有“检验项目”和“实测值”这样的表头。请用模板填写；什么都没有改动。</translation>
    </message>
    <message>
        <source>One cell is too long</source>
        <translation>有一格太长</translation>
    </message>
    <message>
        <source>Row {row}: a cell may have {most} characters. Nothing was saved, what you typed is still here.</source>
        <translation>第{row}行：一格最多{most}个字。没有保存，填写的内容都还在。</translation>
    </message>
    <message>
        <source>An item has no name</source>
        <translation>有项目没有名称</translation>
    </message>
    <message>
        <source>Row {row}: write what was tested. Nothing was saved, what you typed is still here.</source>
        <translation>第{row}行：请写明检验项目。没有保存，填写的内容都还在。</translation>
    </message>
    <message>
        <source>A limit cannot be read</source>
        <translation>限值看不懂</translation>
    </message>
    <message>
        <source>Row {row} ({name}): write a limit as a number, with ≤ &lt; ≥ or &gt; where it is strict, and the lower one not above the upper. What you typed is still here.</source>
        <translation>第{row}行（{name}）：限值写成数字，需要时前面加≤、&lt;、≥或者&gt;，下限不能大于上限。填写的内容都还在。</translation>
    </message>
    <message>
        <source>A judgement of one's own needs its reason</source>
        <translation>改动判定要写理由</translation>
    </message>
    <message>
        <source>Row {row} ({name}): the figures say otherwise. Write why; both will be shown. What you typed is still here.</source>
        <translation>第{row}行（{name}）：按数据计算的结论不是这样。请写明理由，两个结论都会显示。填写的内容都还在。</translation>
    </message>
    <message>
        <source>There is an objection already</source>
        <translation>已经有一份异议</translation>
    </message>
    <message>
        <source>The objection to {number} is not settled yet. Nothing was changed.</source>
        <translation>对{number}的异议还没有处理完。什么都没有改动。</translation>
    </message>
    <message>
        <source>This objection is decided</source>
        <translation>这份异议已经处理</translation>
    </message>
    <message>
        <source>It was accepted or refused before. Nothing was changed.</source>
        <translation>此前已经受理或者不予受理。什么都没有改动。</translation>
    </message>
    <message>
        <source>The objection is not decided yet</source>
        <translation>异议还没有决定是否受理</translation>
    </message>
    <message>
        <source>Accept or refuse it first, within three working days.</source>
        <translation>请先在三个工作日内决定受理或者不予受理。</translation>
    </message>
    <message>
        <source>The objection came too late</source>
        <translation>异议超过期限</translation>
    </message>
    <message>
        <source>It came on {day}; the fifteen days ended on {end}. Refuse it with this reason.</source>
        <translation>{day}收到，十五日期限在{end}届满。请以此为由不予受理。</translation>
    </message>
    <message>
        <source>The fifteen days are still running</source>
        <translation>十五日异议期还没有过</translation>
    </message>
    <message>
        <source>The party may object until {until}. Wait, or note that it has given up its right in writing.</source>
        <translation>对方在{until}之前可以提出异议。请等待，或者登记对方书面放弃异议。</translation>
    </message>
    <message>
        <source>Another laboratory is needed</source>
        <translation>要换一家检验机构</translation>
    </message>
    <message>
        <source>The re-test is not made where the first test was ({laboratory}). Name another one.</source>
        <translation>复检不由初检机构（{laboratory}）承担，请写另一家。</translation>
    </message>
    <message>
        <source>There is no spare sample</source>
        <translation>没有备用样品</translation>
    </message>
    <message>
        <source>No sealed spare of this sheet is left for the re-test of {number}. Refuse the objection with this reason, or discuss it with the laboratory.</source>
        <translation>这张抽样单没有可供{number}复检的封存备样。请以此为由不予受理，或者与检验机构商量。</translation>
    </message>
    <message>
        <source>A re-test is final</source>
        <translation>复检结论为最终结论</translation>
    </message>
    <message>
        <source>Nobody can object to the re-test {number} once more.</source>
        <translation>对复检报告{number}不能再次提出异议。</translation>
    </message>
    <message>
        <source>The spare has not come whole to the laboratory</source>
        <translation>备样还没有完好送到检验机构</translation>
    </message>
    <message>
        <source>Complete the chain of {number}: handed over and received with a whole seal. Then enter the result.</source>
        <translation>请先补全{number}的交接：交出、由检验机构接收，封条完好。然后录入结果。</translation>
    </message>
    <message>
        <source>The re-test is not finished</source>
        <translation>复检还没有完成</translation>
    </message>
    <message>
        <source>The objection to {number} was accepted; the result becomes final with the re-test.</source>
        <translation>对{number}的异议已经受理，复检出结论后结果才确定。</translation>
    </message>
    <message>
        <source>This quantity cannot be read</source>
        <translation>数量看不懂</translation>
    </message>
    <message>
        <source>“{text}”: write a number above zero, such as 120 or 12.5. What you typed is still here.</source>
        <translation>“{text}”：请写大于零的数字，例如120或者12.5。填写的内容都还在。</translation>
    </message>
    <message>
        <source>Say who</source>
        <translation>请写明是谁</translation>
    </message>
    <message>
        <source>Goods sold, called back or beyond reach need the name of the buyer. What you typed is still here.</source>
        <translation>售出、召回、无法召回都要写明购买单位。填写的内容都还在。</translation>
    </message>
    <message>
        <source>This line cannot be written down</source>
        <translation>这一行无法登记</translation>
    </message>
    <message>
        <source>“{value}” is none of the ways a part of a batch goes. Nothing was saved.</source>
        <translation>“{value}”不是批次去向的种类。什么都没有保存。</translation>
    </message>
    <message>
        <source>This batch is closed</source>
        <translation>这个批次已经结清</translation>
    </message>
    <message>
        <source>The tracing of {product} was closed because it added up. Nothing was changed.</source>
        <translation>{product}的数量已经对上并且结清。什么都没有改动。</translation>
    </message>
    <message>
        <source>A batch is still being traced</source>
        <translation>还有批次没有追溯完</translation>
    </message>
    <message>
        <source>Close the tracing of {product} first: every part must be accounted for. The case stays open.</source>
        <translation>请先结清{product}的追溯召回：每一件都要有去向。案件保持打开。</translation>
    </message>
    <message>
        <source>The batch does not add up</source>
        <translation>批次数量对不上</translation>
    </message>
    <message>
        <source>{product}: the lines in red say what is missing. It can be closed when nothing is.</source>
        <translation>{product}：红字写明还差什么。全部对上才能结清。</translation>
    </message>
    <message>
        <source>The bureau cannot be reached</source>
        <translation>联系不上局端</translation>
    </message>
    <message>
        <source>Go on working: everything is kept here and is sent by itself once there is a network.</source>
        <translation>请照常工作：一切都保存在本机，联网后自动发送。</translation>
    </message>
    <message>
        <source>Something else answered in place of the bureau</source>
        <translation>应答的不是局端</translation>
    </message>
    <message>
        <source>Often this is the login page of a hotel or guest network: log in to it in a browser, or use another network. Nothing was handed over.</source>
        <translation>这往往是宾馆或访客网络的登录页：请先在浏览器里登录，或者换一个网络。没有交出任何内容。</translation>
    </message>
    <message>
        <source>The server's certificate is not the bureau's</source>
        <translation>服务器证书不是局里的</translation>
    </message>
    <message>
        <source>Nothing was sent. Use another network; if it stays so, ask the bureau for its certificate fingerprint and connect again in the settings.</source>
        <translation>没有发送任何内容。请换一个网络；仍然如此的，向局里索取证书指纹，在设置中重新连接。</translation>
    </message>
    <message>
        <source>The bureau's server is busy</source>
        <translation>局端服务器繁忙</translation>
    </message>
    <message>
        <source>It is tried again by itself, a little later each time. Nothing is lost.</source>
        <translation>会自动再试，间隔逐次加长。什么都不会丢。</translation>
    </message>
    <message>
        <source>The connection stood still and was ended</source>
        <translation>连接停滞，已中断</translation>
    </message>
    <message>
        <source>What had arrived stays arrived; the rest is sent again by itself.</source>
        <translation>已到的不会丢，其余会自动重发。</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>已由您停止</translation>
    </message>
    <message>
        <source>What had arrived stays arrived. Press Send now to go on at once.</source>
        <translation>已到的不会丢。要马上继续，请按“立即发送”。</translation>
    </message>
    <message>
        <source>This code is not valid</source>
        <translation>注册码无效</translation>
    </message>
    <message>
        <source>It was mistyped, used on another computer, or is older than three days. Check it, or ask the bureau for a new one.</source>
        <translation>可能是输错了、已在别的电脑上用过，或者超过了三天。请核对，或者向局里要一个新的。</translation>
    </message>
    <message>
        <source>The bureau knows this computer with another key</source>
        <translation>局端登记的是本机的另一把密钥</translation>
    </message>
    <message>
        <source>That happens when its keys were replaced or its data copied. Ask the bureau to revoke the old entry; nothing here is lost.</source>
        <translation>更换过密钥或者复制过数据就会这样。请局里撤销旧的登记；本机内容不会丢。</translation>
    </message>
    <message>
        <source>The bureau does not let this computer in</source>
        <translation>局端不接受本机</translation>
    </message>
    <message>
        <source>Ask the bureau whether it is still registered, and connect again with a new code. Everything stays here.</source>
        <translation>请问局里本机是否仍在登记，再用新的注册码连接。一切都保存在本机。</translation>
    </message>
    <message>
        <source>The bureau has withdrawn this computer's right</source>
        <translation>局端已撤销本机的权限</translation>
    </message>
    <message>
        <source>What was written here has been handed over and waits for a decision there; nothing new is received. Speak to your section head.</source>
        <translation>本机所写的已经交给局端，等候决定；不再接收新内容。请找科长。</translation>
    </message>
    <message>
        <source>This is not the server this computer belongs to</source>
        <translation>这不是本机所属的服务器</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the address; if the bureau has a new server, connect again with a new code.</source>
        <translation>没有发送任何内容。请核对地址；局里换了服务器的，用新的注册码重新连接。</translation>
    </message>
    <message>
        <source>The bureau has other entries of this computer</source>
        <translation>局端有本机的另一套记录</translation>
    </message>
    <message>
        <source>This computer was restored from an older copy, or its data run on a second one. Do not issue anything and call the administrator: both versions are kept.</source>
        <translation>本机是从旧备份恢复的，或者数据同时在另一台电脑上使用。请勿签发文书，联系管理员：两套记录都保留着。</translation>
    </message>
    <message>
        <source>The bureau has these entries from another computer</source>
        <translation>局端已从另一台电脑收到这些记录</translation>
    </message>
    <message>
        <source>It was given them while this one was about to send the same; they are kept once. The next round puts it right by itself.</source>
        <translation>本机发送前，另一台电脑已送达同样的内容，局端只留存一份。下次同步会自动理顺。</translation>
    </message>
    <message>
        <source>The bureau misses earlier entries of this computer</source>
        <translation>局端缺少本机较早的记录</translation>
    </message>
    <message>
        <source>They are offered again by itself. If it stays so, call the administrator.</source>
        <translation>会自动重新提交。仍然如此的，请联系管理员。</translation>
    </message>
    <message>
        <source>The bureau does not accept this computer's signature</source>
        <translation>局端不认可本机签名</translation>
    </message>
    <message>
        <source>Its keys do not fit its entry there. Connect again with a new code; nothing is lost.</source>
        <translation>密钥与局端登记不符。请用新的注册码重新连接；什么都不会丢。</translation>
    </message>
    <message>
        <source>The bureau's record and this one have parted</source>
        <translation>局端与本机的记录已分叉</translation>
    </message>
    <message>
        <source>The server was set back further than can be mended by itself. Call the administrator; everything stays here.</source>
        <translation>服务器退回得太远，无法自动接上。请联系管理员；一切都保存在本机。</translation>
    </message>
    <message>
        <source>The bureau's server does not understand this version</source>
        <translation>局端服务器不认识这个版本</translation>
    </message>
    <message>
        <source>Ask the administrator which version to use. Everything stays here.</source>
        <translation>请问管理员该用哪个版本。一切都保存在本机。</translation>
    </message>
    <message>
        <source>An entry is too large for the bureau's server</source>
        <translation>有一条记录太大，局服务器无法接收</translation>
    </message>
    <message>
        <source>It stays here with all that follows it, and what others wrote arrives. Call the administrator: the server can be set to take more.</source>
        <translation>它和它之后的内容都保存在本机，没有丢失。请联系管理员处理。</translation>
    </message>
    <message>
        <source>What the bureau sent does not fit together</source>
        <translation>局端发来的内容前后不符</translation>
    </message>
    <message>
        <source>It was not taken in, and nothing here changed. If it stays so, call the administrator.</source>
        <translation>没有收下，本机未作任何改动。仍然如此的，请联系管理员。</translation>
    </message>
    <message>
        <source>This computer could not write what arrived</source>
        <translation>本机写不下收到的内容</translation>
    </message>
    <message>
        <source>Look at the health of its data. It goes on from the same place.</source>
        <translation>请查看本机健康。之后会从原处继续。</translation>
    </message>
    <message>
        <source>The sending of files was stopped</source>
        <translation>照片和文件的发送已停止</translation>
    </message>
    <message>
        <source>What arrived counts; the next round goes on from the same place.</source>
        <translation>已到的都算数，下次从原处接着发。</translation>
    </message>
    <message>
        <source>The bureau's server has no room for more photos</source>
        <translation>局端服务器没有空间存放照片了</translation>
    </message>
    <message>
        <source>Your records have arrived; the photos wait here and are sent by themselves. Tell the administrator.</source>
        <translation>您的记录已收到；照片暂留本机，以后自动发送。请告知管理员。</translation>
    </message>
    <message>
        <source>A photo or file has not crossed yet</source>
        <translation>有照片或文件还没有送达</translation>
    </message>
    <message>
        <source>It is offered again by itself in the next round. Nothing is lost.</source>
        <translation>下次联网会自动重发，内容没有丢失。</translation>
    </message>
    <message>
        <source>A photo or file came out of the line damaged</source>
        <translation>有照片或文件在传输中损坏</translation>
    </message>
    <message>
        <source>It was not kept and is sent anew by itself. The original is untouched.</source>
        <translation>损坏的没有保存，会自动重新发送；原件没有变化。</translation>
    </message>
    <message>
        <source>The bureau does not have this photo or file yet</source>
        <translation>局端还没有这张照片或这个文件</translation>
    </message>
    <message>
        <source>The laptop it was taken with has not sent it. Look again later.</source>
        <translation>拍摄它的终端还没有发送，请稍后再看。</translation>
    </message>
    <message>
        <source>This was tried too often in a short time</source>
        <translation>短时间内尝试次数太多</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. Everything stays here.</source>
        <translation>请等一分钟再试。内容都还在本机。</translation>
    </message>
    <message>
        <source>The greeting of the bureau's server ran out</source>
        <translation>与局端服务器的握手超时</translation>
    </message>
    <message>
        <source>The line was too slow for it. It is tried again by itself.</source>
        <translation>网络太慢，会自动重试。</translation>
    </message>
    <message>
        <source>The bureau does not allow this computer to do that</source>
        <translation>局端不允许本机这样做</translation>
    </message>
    <message>
        <source>Ask the administrator which right is missing. Everything stays here.</source>
        <translation>请问管理员缺少什么权限。内容都还在本机。</translation>
    </message>
    <message>
        <source>The bureau gives no numbers for this series</source>
        <translation>局端不发这个字号的文号</translation>
    </message>
    <message>
        <source>Everything else has arrived. Ask the administrator for the numbers of this year.</source>
        <translation>其他内容都已收到。请向管理员申请本年度的文号。</translation>
    </message>
    <message>
        <source>The bureau asks for a newer version of this program</source>
        <translation>局端要求升级本程序</translation>
    </message>
    <message>
        <source>What you wrote is sent all the same. Have it brought up to version {version} before you issue the next paper.</source>
        <translation>您写的内容照常发送。请先升级到 {version} 版，再发出下一份文书。</translation>
    </message>
    <message>
        <source>This computer's clock is wrong</source>
        <translation>本机时钟不准</translation>
    </message>
    <message>
        <source>Set it before you issue a paper, which carries its time. What was written before stays valid.</source>
        <translation>文书上要写时间，请先校准时钟再发出文书。之前写的仍然有效。</translation>
    </message>
    <message>
        <source>The bureau did not take it</source>
        <translation>局端没有接受</translation>
    </message>
    <message>
        <source>It says: {code}. Everything stays here; tell the administrator.</source>
        <translation>局端答复：{code}。一切都保存在本机，请告诉管理员。</translation>
    </message>
    <message>
        <source>These data were set back, or run on a second computer</source>
        <translation>本机数据曾被还原，或正在另一台电脑上使用</translation>
    </message>
    <message>
        <source>What was written here meanwhile was issued again by itself; nothing is lost, and the document numbers left went back. If another computer works with a copy, stop using it and tell the administrator.</source>
        <translation>其间在本机所写的内容已自动重新上报，没有丢失；剩余的文书编号已退回。如果另有电脑在使用这份数据的副本，请立即停用并告诉管理员。</translation>
    </message>
    <message>
        <source>The bureau's server was set back, and it decides again</source>
        <translation>局端服务器曾恢复到较早的备份，待定事项重新作了决定</translation>
    </message>
    <message>
        <source>{count} decisions about entries that were held back do not stand any more as they were taken. What was decided last counts here too: an entry taken in then can be held back now, or the reverse. The content is kept in full.</source>
        <translation>有 {count} 项对待定内容的决定已不再有效。本机已按最近一次决定调整：原已采纳的现可能待定或退回，反之亦然。内容均完整保留。</translation>
    </message>
    <message>
        <source>This is no address of a server</source>
        <translation>这不是服务器地址</translation>
    </message>
    <message>
        <source>Type it exactly as the bureau gave it.</source>
        <translation>请按局里给的原样填写。</translation>
    </message>
    <message>
        <source>No value was written</source>
        <translation>没有填写</translation>
    </message>
    <message>
        <source>Write the value that is right, or choose one of those that stand.</source>
        <translation>请填写正确的值，或选用现有的一个。</translation>
    </message>
    <message>
        <source>Something changed meanwhile</source>
        <translation>期间有变化</translation>
    </message>
    <message>
        <source>Another value arrived or was decided on. Look again, then choose.</source>
        <translation>又收到了别的值，或者已有人决定。请重新看过再选。</translation>
    </message>
    <message>
        <source>This table is not known</source>
        <translation>无法识别此表格</translation>
    </message>
    <message>
        <source>{file} has the columns of no table that can be imported here. Choose a table as it is saved below in these settings, or articles of law, as CSV with the first row. Nothing was changed.</source>
        <translation>{file} 的列与可导入的表格都不相符。请选择由本页下方另存的表格或者法条表，另存为带首行的 CSV 文件。没有作任何改动。</translation>
    </message>
    <message>
        <source>The bureau planned this campaign for everybody</source>
        <translation>该专项行动由局里统一部署</translation>
    </message>
    <message>
        <source>{name} is changed in the bureau's plan and comes here with the next synchronisation. Nothing was changed.</source>
        <translation>“{name}”请在局里的行动计划中修改，同步后自动更新。未作任何修改。</translation>
    </message>
    <message>
        <source>The table cannot be taken over</source>
        <translation>表格无法导入</translation>
    </message>
    <message>
        <source>Something in {file} is wrong; the list shows each row. Put it right and import it again. Nothing was changed.</source>
        <translation>{file} 中有错误，逐行见清单。请改好后重新导入，未作任何改动。</translation>
    </message>
    <message>
        <source>This day is over</source>
        <translation>该日期已过</translation>
    </message>
    <message>
        <source>No inspection can be planned for {day}; today is {today}. Choose a day from today on.</source>
        <translation>不能把检查安排在{day}，今天是{today}。请选择今天或者以后的日期。</translation>
    </message>
    <message>
        <source>The cap of the year would be exceeded</source>
        <translation>将超过年度检查频次上限</translation>
    </message>
    <message>
        <source>The bureau has published {cap} inspections for {year}. Write down the reason for one more; nothing was begun.</source>
        <translation>本局公布{year}年的上限是{cap}次。请写明再查一次的理由；现在什么都没有开始。</translation>
    </message>
    <message>
        <source>The arrival is kept already</source>
        <translation>到达时间已经记录</translation>
    </message>
    <message>
        <source>It was at {at}, and stays so.</source>
        <translation>记录的时间是{at}，不作改动。</translation>
    </message>
    <message>
        <source>The arrival is not kept yet</source>
        <translation>还没有记录到达</translation>
    </message>
    <message>
        <source>Scan the notice or press Arrived first.</source>
        <translation>请先扫描通知书，或者按“到达”。</translation>
    </message>
    <message>
        <source>The end of the visit is kept already</source>
        <translation>离开时间已经记录</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有改动。</translation>
    </message>
    <message>
        <source>This visit was called off</source>
        <translation>这次检查已经取消</translation>
    </message>
    <message>
        <source>Its approval was refused. Plan another one where it is needed after all.</source>
        <translation>审批没有同意。确有必要的，请另行安排并审批。</translation>
    </message>
    <message>
        <source>This complaint waits for no decision</source>
        <translation>这件投诉没有待作的决定</translation>
    </message>
    <message>
        <source>It was decided already. Nothing was changed.</source>
        <translation>已经作出决定，没有改动。</translation>
    </message>
    <message>
        <source>The campaign ends before it begins</source>
        <translation>结束日期早于开始日期</translation>
    </message>
    <message>
        <source>It begins on {start} and ends on {end}. Correct one day.</source>
        <translation>开始日期是{start}，结束日期是{end}，请改正其中一个。</translation>
    </message>
    <message>
        <source>This target cannot be counted</source>
        <translation>这项目标无法计数</translation>
    </message>
    <message>
        <source>{name}: write a number of at least 1, and name each kind of paper once.</source>
        <translation>{name}：数量至少是1，同一种记录只能设一项目标。</translation>
    </message>
    <message>
        <source>These rules cannot be kept</source>
        <translation>这样的规则不能保存</translation>
    </message>
    <message>
        <source>A cap lies between 1 and 365 and names the paper it was published in; the hours for the approval lie between 1 and 365. The old rules stay.</source>
        <translation>上限在1到365之间，并写明公布的文件；补办审批的小时数在1到365之间。原来的规则不变。</translation>
    </message>
    <message>
        <source>This step was taken by a paper</source>
        <translation>这一步是由文书作出的</translation>
    </message>
    <message>
        <source>{paper} says so in writing. Withdraw that paper with its reason, and the step goes back with it. Nothing changed.</source>
        <translation>{paper}已书面载明。请写明原因作废该件，这一步随之退回。未作任何更改。</translation>
    </message>
    <message>
        <source>Another paper rests on this one</source>
        <translation>还有文书以此件为依据</translation>
    </message>
    <message>
        <source>{paper} of {day} rests on it. Withdraw that paper with its reason first, then this one. Nothing was changed.</source>
        <translation>{day}的{paper}以它为依据。请先写明原因作废那一份，再作废此件。未作任何更改。</translation>
    </message>
    <message>
        <source>The inspection was made on this paper</source>
        <translation>已经依据此件实施检查</translation>
    </message>
    <message>
        <source>The arrival on the spot is kept, at {at}; the paper it rested on can no longer be withdrawn. Nothing was changed.</source>
        <translation>已记录{at}到达现场；检查所依据的文书不能再作废。未作任何更改。</translation>
    </message>
    <message>
        <source>This case is closed</source>
        <translation>此案件已结</translation>
    </message>
    <message>
        <source>Open a new case for what is found now.</source>
        <translation>现在发现的问题请另立案件。</translation>
    </message>
    <message>
        <source>The case was closed on this paper</source>
        <translation>案件已经结案</translation>
    </message>
    <message>
        <source>“{title}” was closed on {day}. Reopen the case with a reason first, then withdraw the paper. Nothing was changed.</source>
        <translation>“{title}”已于{day}结案。请先写明原因重新打开案件，再作废此件。未作任何更改。</translation>
    </message>
    <message>
        <source>This case is open already</source>
        <translation>案件没有结案</translation>
    </message>
    <message>
        <source>“{title}” can be worked on. Nothing was changed.</source>
        <translation>“{title}”可以继续办理。未作任何更改。</translation>
    </message>
    <message>
        <source>This cannot be taken back any more</source>
        <translation>这一步已不能退回</translation>
    </message>
    <message>
        <source>Something was done on top of it on {day}: {name}. Take that back first. Nothing changed.</source>
        <translation>{day}在它之后又办理过：{name}。请先退回后一步。未作任何更改。</translation>
    </message>
</context>
<context>
    <name>service</name>
    <message>
        <source>Handed</source>
        <translation>当场</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>邮寄</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>留置</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>电子</translation>
    </message>
    <message>
        <source>Through another agency</source>
        <translation>委托</translation>
    </message>
    <message>
        <source>By announcement</source>
        <translation>公告</translation>
    </message>
</context>
<context>
    <name>signing</name>
    <message>
        <source>Inspector</source>
        <translation>检查人员</translation>
    </message>
    <message>
        <source>Person in charge of the inspected unit</source>
        <translation>被检查单位负责人</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>审批人</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Refused to sign</source>
        <translation>拒绝签名</translation>
    </message>
    <message>
        <source>Not present</source>
        <translation>不在场</translation>
    </message>
</context>
<context>
    <name>stick</name>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message>
        <source>{count} KB</source>
        <translation>{count} KB</translation>
    </message>
    <message>
        <source>All you wrote is at the bureau. A bundle still fetches what others wrote there.</source>
        <translation>您写的内容局端都已收到；写出数据包还可以取回别人写的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and file(s)</source>
        <translation>
            <numerusform>照片和文件 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>about {size}, encrypted</source>
        <translation>约 {size}，已加密</translation>
    </message>
    <message>
        <source>Last written {time} on {volume}; answered {answered}.</source>
        <translation>上次写出：{time}，{volume}；{answered} 已收到回执。</translation>
    </message>
    <message>
        <source>Last written {time} on {volume}. On the stick is not at the bureau yet: take it there, and bring its answer back.</source>
        <translation>上次写出：{time}，{volume}。拷到U盘不等于局端已收：请送到局里导入，再把回执带回来。</translation>
    </message>
    <message>
        <source>The bundle is on the stick, read back and compared</source>
        <translation>数据包已写到U盘，并已读回核对</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) or file(s) are not on it: they are not on this computer or there was no room in one bundle. They follow in the next.</source>
        <translation>
            <numerusform>有 %n 个照片或文件没有写入：本机没有原件，或一个数据包装不下。下一个数据包会补上。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: hand it in at the bureau and bring the answer back on the same stick.</source>
        <translation>{name}：请交局里导入，并用同一个U盘把回执带回来。</translation>
    </message>
    <message>
        <source>This answer brings nothing new</source>
        <translation>这份回执没有新内容</translation>
    </message>
    <message>
        <source>It was taken in before, or the line was quicker. Nothing was doubled.</source>
        <translation>之前已导入过，或者联网时已先收到。没有重复。</translation>
    </message>
    <message>
        <source>The bureau has answered</source>
        <translation>局端已回执</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) received there</source>
        <translation>
            <numerusform>局端已收 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and file(s) kept</source>
        <translation>
            <numerusform>已存照片和文件 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held for a decision</source>
        <translation>
            <numerusform>隔离待定 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of others taken in here</source>
        <translation>
            <numerusform>取回别人的 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>{folder} is not empty. Name an empty folder; nothing was changed.</source>
        <translation>{folder} 不是空文件夹。请指定空文件夹；未作任何改动。</translation>
    </message>
    <message>
        <source>Papers:</source>
        <translation>文书：</translation>
    </message>
    <message>
        <source>Screens:</source>
        <translation>界面图：</translation>
    </message>
    <message>
        <source>Store: {folder}</source>
        <translation>数据：{folder}</translation>
    </message>
    <message>
        <source>{number}: the code on it is genuine.</source>
        <translation>{number}：核验码真实。</translation>
    </message>
    <message>
        <source>{number}: the code on it does not verify ({code}).</source>
        <translation>{number}：核验码未通过核验（{code}）。</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>another entry</source>
        <translation>其他栏目</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>status</source>
        <translation>使用状态</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>what was seen</source>
        <translation>现场情况</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>next test</source>
        <translation>下次检验日期</translation>
    </message>
    <message>
        <source>model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>name in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>identity number</source>
        <translation>身份证件号码</translation>
    </message>
    <message>
        <source>size</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>risk class</source>
        <translation>风险等级</translation>
    </message>
    <message>
        <source>quality officer</source>
        <translation>质量安全负责人</translation>
    </message>
    <message>
        <source>registered on</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>capital</source>
        <translation>注册资本</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>许可证名称</translation>
    </message>
    <message>
        <source>merged into</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>key unit</source>
        <translation>重点单位</translation>
    </message>
    <message>
        <source>why it is a key unit or not</source>
        <translation>列入或移出重点单位的理由</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>registration number</source>
        <translation>使用登记证编号</translation>
    </message>
    <message>
        <source>kind of equipment</source>
        <translation>设备种类代码</translation>
    </message>
    <message>
        <source>maker</source>
        <translation>制造单位</translation>
    </message>
    <message>
        <source>maintained by</source>
        <translation>维护保养单位</translation>
    </message>
    <message>
        <source>last test</source>
        <translation>上次检验日期</translation>
    </message>
    <message>
        <source>specification</source>
        <translation>规格型号</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>商标</translation>
    </message>
    <message>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>执行标准</translation>
    </message>
    <message>
        <source>licence number</source>
        <translation>许可证编号</translation>
    </message>
    <message>
        <source>role</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>证件编号</translation>
    </message>
    <message>
        <source>certificate valid until</source>
        <translation>证件有效期至</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>opened on</source>
        <translation>立案或开始日期</translation>
    </message>
    <message>
        <source>closed on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>专项行动</translation>
    </message>
    <message>
        <source>where it came from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>finished on</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>inspectors</source>
        <translation>检查人员</translation>
    </message>
    <message>
        <source>item</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>law</source>
        <translation>依据条款</translation>
    </message>
    <message>
        <source>article of law</source>
        <translation>法律条文</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>photos once put right</source>
        <translation>整改后照片</translation>
    </message>
    <message>
        <source>report of the party</source>
        <translation>整改报告内容</translation>
    </message>
    <message>
        <source>reported on</source>
        <translation>报告日期</translation>
    </message>
    <message>
        <source>checked again on</source>
        <translation>复查日期</translation>
    </message>
    <message>
        <source>taken to</source>
        <translation>移交去向</translation>
    </message>
    <message>
        <source>settled on</source>
        <translation>了结日期</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>runs from</source>
        <translation>起算时间</translation>
    </message>
    <message>
        <source>deadline by the hour</source>
        <translation>到期时刻</translation>
    </message>
    <message>
        <source>done on</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>deadline is provisional</source>
        <translation>期限为暂定</translation>
    </message>
    <message>
        <source>product</source>
        <translation>产品名称</translation>
    </message>
    <message>
        <source>lot</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>positions drawn</source>
        <translation>抽取位置</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>seal number</source>
        <translation>封签编号</translation>
    </message>
    <message>
        <source>expected on</source>
        <translation>预计日期</translation>
    </message>
    <message>
        <source>held by</source>
        <translation>保管方</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>quantity made</source>
        <translation>生产数量</translation>
    </message>
    <message>
        <source>lower limit</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>upper limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>requirement</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>way of judging</source>
        <translation>判定方法</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测值</translation>
    </message>
    <message>
        <source>rounded</source>
        <translation>修约值</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>place in the list</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>laboratory</source>
        <translation>检验机构</translation>
    </message>
    <message>
        <source>issued on</source>
        <translation>签发日期</translation>
    </message>
    <message>
        <source>received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>told on</source>
        <translation>告知日期</translation>
    </message>
    <message>
        <source>basis</source>
        <translation>检验依据</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>raised by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>decided on</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>matter</source>
        <translation>检查事项</translation>
    </message>
    <message>
        <source>planned for</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>arrived at</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>arrival known by</source>
        <translation>到场确认方式</translation>
    </message>
    <message>
        <source>left at</source>
        <translation>离场时间</translation>
    </message>
    <message>
        <source>appointed on</source>
        <translation>任命日期</translation>
    </message>
    <message>
        <source>ended on</source>
        <translation>离任日期</translation>
    </message>
    <message>
        <source>duties</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>reviewed on</source>
        <translation>考核日期</translation>
    </message>
    <message>
        <source>result of the review</source>
        <translation>考核结果</translation>
    </message>
    <message>
        <source>next review</source>
        <translation>下次考核日期</translation>
    </message>
    <message>
        <source>why it counts no more</source>
        <translation>失效原因</translation>
    </message>
    <message>
        <source>work allowed</source>
        <translation>作业项目</translation>
    </message>
    <message>
        <source>since</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Keep it, with what was written</source>
        <translation>保留，并保留所写内容</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>只在本机</translation>
    </message>
    <message>
        <source>On the stick</source>
        <translation>已备份到U盘</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>局端已收</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>Held, to decide</source>
        <translation>隔离待定</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Special equipment</source>
        <translation>特种设备</translation>
    </message>
    <message>
        <source>A decision of the bureau</source>
        <translation>局端的决定</translation>
    </message>
    <message>
        <source>Settings, law, forms and numbers</source>
        <translation>设置、法规、表单和号段</translation>
    </message>
    <message>
        <source>It belongs to another jurisdiction.</source>
        <translation>属于别的辖区。</translation>
    </message>
    <message>
        <source>The bureau's server is older than this program.</source>
        <translation>局端服务器的版本比本程序旧。</translation>
    </message>
    <message>
        <source>Only the bureau may write this.</source>
        <translation>这一项只能由局端填写。</translation>
    </message>
    <message>
        <source>The paper was issued already and may not change.</source>
        <translation>文书已经签发，不得更改。</translation>
    </message>
    <message>
        <source>Its number stands on another paper as well.</source>
        <translation>同一文号已用于另一份文书。</translation>
    </message>
    <message>
        <source>This computer's right had been withdrawn.</source>
        <translation>本机的权限当时已被撤销。</translation>
    </message>
    <message>
        <source>It was written together with something that is held.</source>
        <translation>与被隔离的内容同时写成。</translation>
    </message>
    <message>
        <source>The bureau holds it back until it is decided on.</source>
        <translation>局端暂扣，等候决定。</translation>
    </message>
    <message>
        <source>The bureau decided that it stays out.</source>
        <translation>局端已决定不采纳。</translation>
    </message>
    <message>
        <source>The bureau's server lost this when it was set back.</source>
        <translation>局端服务器恢复备份时丢失了该项。</translation>
    </message>
    <message>
        <source>The section head hands it to where it belongs.</source>
        <translation>由科长转给所属辖区。</translation>
    </message>
    <message>
        <source>It is decided on once the server was brought up to date.</source>
        <translation>服务器升级后再作决定。</translation>
    </message>
    <message>
        <source>The bureau's own version stands; nothing is to be done.</source>
        <translation>以局端的为准，无需处理。</translation>
    </message>
    <message>
        <source>The issued paper stands. Begin a paper that corrects it if it must change.</source>
        <translation>已发出的文书不变。如需更改，请另制更正文书。</translation>
    </message>
    <message>
        <source>Both papers stay on file. Do not hand this one over until the section head has decided which of them keeps the number.</source>
        <translation>两份文书都保留在案。科长决定由哪一份使用该文号之前，请不要送达这一份。</translation>
    </message>
    <message>
        <source>The section head looks at it; what is accepted counts as if it had come in time.</source>
        <translation>由科长逐条查看；采纳的视同按时送达。</translation>
    </message>
    <message>
        <source>It stays readable here; ask the section head why.</source>
        <translation>本机仍可查看；原因请问科长。</translation>
    </message>
    <message>
        <source>What it was about is decided on once more.</source>
        <translation>所涉内容将重新决定。</translation>
    </message>
    <message>
        <source>Asking the bureau…</source>
        <translation>正在联系局端…</translation>
    </message>
    <message>
        <source>Sending: {done} of {whole} entries</source>
        <translation>正在发送 {done} / {whole} 条</translation>
    </message>
    <message>
        <source>Sending photos: {done} of {whole} KB</source>
        <translation>正在发送照片：{done}/{whole} KB</translation>
    </message>
    <message>
        <source>Receiving: {done} of {whole} entries</source>
        <translation>正在接收 {done} / {whole} 条</translation>
    </message>
    <message>
        <source>Fetching document numbers…</source>
        <translation>正在领取文号…</translation>
    </message>
    <message>
        <source>This program does not understand it yet.</source>
        <translation>本程序的版本还不认识它。</translation>
    </message>
    <message>
        <source>The section head decides; the answer comes by itself.</source>
        <translation>由科长决定，结果会自动传回。</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨日 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) and file(s)</source>
        <translation>
            <numerusform>照片和文件 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>{there} of {whole} photos and files at the bureau</source>
        <translation>照片和文件 {there}/{whole} 已到局端</translation>
    </message>
    <message>
        <source>A result of {other}, recognised here</source>
        <translation>互认：{other}的结果</translation>
    </message>
    <message>
        <source>Handed over by {other}</source>
        <translation>由{other}移交而来</translation>
    </message>
    <message>
        <source>Recognised by {other}; it stays here as it is</source>
        <translation>{other}已互认；本局照常保留</translation>
    </message>
    <message>
        <source>Handed over to {other}: it can be read here, and is changed there</source>
        <translation>已移交{other}：本局可查看，由对方办理</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Stick</source>
        <translation>U盘</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>A proposal: read it, change it, and take it only if it says what is true.</source>
        <translation>此为建议稿：请通读、修改，确认属实后再采用。</translation>
    </message>
    <message>
        <source>Where both changed the same clause, both stand one after the other.</source>
        <translation>双方改动同一句的，两句前后并列。</translation>
    </message>
    <message>
        <source>What both had before is not known here; all that differs is kept.</source>
        <translation>本机未存双方改动前的原文，不同之处全部保留。</translation>
    </message>
    <message>
        <source>added by {author}</source>
        <translation>{author} 所加</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>已删去</translation>
    </message>
    <message>
        <source>A text put together from both</source>
        <translation>合并双方内容的建议稿</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>The column {column} is missing.</source>
        <translation>缺 {column} 列。</translation>
    </message>
    <message>
        <source>The column {column} does not belong here.</source>
        <translation>多出 {column} 列。</translation>
    </message>
    <message>
        <source>The row has more cells than columns; perhaps a quotation mark is missing.</source>
        <translation>此行的单元格多于列数，可能缺少引号。</translation>
    </message>
    <message>
        <source>Something must stand here.</source>
        <translation>此处不能为空。</translation>
    </message>
    <message>
        <source>{value} stands in the table twice.</source>
        <translation>{value} 在表格中重复。</translation>
    </message>
    <message>
        <source>“{value}” is not a day. Write days like 2027-01-01, with no other signs.</source>
        <translation>“{value}”不是日期。请按 2027-01-01 的格式填写，不带其他符号。</translation>
    </message>
    <message>
        <source>“{value}” is not a number.</source>
        <translation>“{value}”不是数字。</translation>
    </message>
    <message>
        <source>“{value}” is none of the words this column may have.</source>
        <translation>“{value}”不在此列允许的取值之内。</translation>
    </message>
    <message>
        <source>{value} is no Saturday or Sunday, so it cannot be worked in exchange.</source>
        <translation>{value} 不是周六或周日，不能作为调休上班日。</translation>
    </message>
    <message>
        <source>The year {value} is not whole: New Year or National Day is missing.</source>
        <translation>{value} 年的安排不完整：缺元旦或国庆节。</translation>
    </message>
    <message>
        <source>“{value}” is no code of a kind that stands above this one.</source>
        <translation>“{value}”不是上一级种类的代码。</translation>
    </message>
    <message>
        <source>The text cannot be read. Save the table as CSV in UTF-8.</source>
        <translation>文字无法读取，请将表格存为 UTF-8 编码的 CSV。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Is the stick still plugged in?</source>
        <translation>文件无法打开，请检查U盘是否接好。</translation>
    </message>
    <message>
        <source>The file is far too large to be such a table.</source>
        <translation>文件过大，不是此类表格。</translation>
    </message>
    <message>
        <source>Working-day calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Periods and reminders</source>
        <translation>期限与提醒</translation>
    </message>
    <message>
        <source>Articles of law</source>
        <translation>法律条款</translation>
    </message>
    <message>
        <source>Steps of discretion</source>
        <translation>裁量基准</translation>
    </message>
    <message>
        <source>Campaign plans</source>
        <translation>专项行动计划</translation>
    </message>
    <message>
        <source>Catalogue of special equipment</source>
        <translation>特种设备目录</translation>
    </message>
    <message>
        <source>Penalties of what is checked</source>
        <translation>检查项目对应的罚则</translation>
    </message>
    <message>
        <source>Risks and samples of goods</source>
        <translation>产品风险与样品量</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>表格没有内容行。</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>第 {row} 行，{column} 列</translation>
    </message>
</context>
<context>
    <name>terminal</name>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Free some space on this disk, then run the command again. Nothing that was saved before was lost.</source>
        <translation>请清理出一些空间，再次运行此命令。此前保存的内容没有丢失。</translation>
    </message>
    <message>
        <source>This folder may not be written</source>
        <translation>此文件夹不可写入</translation>
    </message>
    <message>
        <source>Ask for the right to write there, or name another folder, then run the command again. Nothing in it was changed.</source>
        <translation>请取得写入权限或另指定文件夹，再次运行此命令。其中内容未作改动。</translation>
    </message>
    <message>
        <source>This folder cannot be made</source>
        <translation>无法建立此文件夹</translation>
    </message>
    <message>
        <source>A file stands in its place or in its path, or a part of the path is missing. Name another folder. Nothing was changed.</source>
        <translation>该处或其路径中已有同名文件，或路径不完整。请另指定文件夹。未作任何改动。</translation>
    </message>
    <message>
        <source>This file is no good backup of these data</source>
        <translation>此文件不是这份数据的完好备份</translation>
    </message>
    <message>
        <source>It is damaged, of other data, or not there. Name another one with --from, or leave --from out: then the newest good one is taken. The store was left as it is.</source>
        <translation>文件已损坏、属于其他数据或不存在。请用 --from 另指定备份；不写 --from 则取最新的完好备份。现有数据未作改动。</translation>
    </message>
    <message>
        <source>The data are damaged: they cannot be read as they should</source>
        <translation>数据已损坏，无法正常读取</translation>
    </message>
    <message>
        <source>Do not delete anything. Build the store anew from backups and second journal with the program closed (xunjian restore, then the data folder). Found: {detail}.</source>
        <translation>请勿删除任何文件。请关闭程序，用备份和第二日志重建数据（运行 xunjian restore，后接数据文件夹）。发现：{detail}。</translation>
    </message>
</context>
<context>
    <name>visits</name>
    <message>
        <source>Planned inspection</source>
        <translation>计划内检查</translation>
    </message>
    <message>
        <source>After a complaint or report</source>
        <translation>投诉举报核查</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>整改复查</translation>
    </message>
    <message>
        <source>Urgent, approved afterwards</source>
        <translation>紧急检查（事后补审批）</translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <translation>未审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已审批</translation>
    </message>
    <message>
        <source>Notice issued</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>On the spot</source>
        <translation>已到达</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Made, not approved</source>
        <translation>已检查，未获批准</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Not approved yet. An inspection is approved and announced before it is made (State Council Office [2024] No. 54).</source>
        <translation>还没有审批。检查之前应当审批并通知企业（国办发〔2024〕54号）。</translation>
    </message>
    <message>
        <source>Urgent: the approval is made up afterwards, within the hours the bureau has set.</source>
        <translation>紧急检查：请在规定时间内补办审批。</translation>
    </message>
    <message>
        <source>The approval was refused afterwards. The inspection counts towards the cap of the year and is not taken for an approved one.</source>
        <translation>事后审批未批准。本次检查计入年度检查频次，不作为已批准的检查。</translation>
    </message>
    <message>
        <source>The approval was refused afterwards: end the inspection and press Left. It counts towards the cap of the year and is not taken for an approved one.</source>
        <translation>事后审批未批准：请立即停止检查并点“离开”。本次检查计入年度检查频次，不作为已批准的检查。</translation>
    </message>
    <message>
        <source>Approved, but not announced: issue the notice and hand it over.</source>
        <translation>已审批，还没有通知：请制作通知书并送达企业。</translation>
    </message>
    <message>
        <source>{made} of {cap} inspections this year</source>
        <translation>本年度行政检查：已做{made}次，上限{cap}次</translation>
    </message>
    <message>
        <source>{made} inspections this year, no cap published</source>
        <translation>本年度行政检查：已做{made}次，未公布上限</translation>
    </message>
    <message>
        <source>{made} of {cap} inspections in {year}</source>
        <translation>{year}年行政检查：已做{made}次，上限{cap}次</translation>
    </message>
    <message>
        <source>{made} inspections in {year}, no cap published</source>
        <translation>{year}年行政检查：已做{made}次，没有公布上限</translation>
    </message>
    <message>
        <source>{planned} more planned</source>
        <translation>另有{planned}次已安排</translation>
    </message>
</context>
</TS>
