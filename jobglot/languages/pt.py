"""Portuguese, of Portugal and of Brazil."""

from __future__ import annotations

from jobglot.language import DeadlineWords, GenderedTitles, Language, NoticeHeads, NoticeWords, OtherEditions

LANGUAGE = Language(
    length=1.12,
    new_site={"board": "Vagas de exemplo", "health": "Saúde", "technology": "Tecnologia", "brussels": "Bruxelas"},
    stop_words="""
        a ainda alem algum alguma algumas alguns ao aos apenas apos aquela aquele aqui as assim ate atraves cada com
        como contra cuja cujo da das de dela dele deles depois desde dessa desse desta deste do dos durante e ela elas
        ele eles em enquanto entre era essa essas esse esses esta estao estas este estes eu foi foram ha isso isto ja
        la lhe lhes mais mas me mediante mesma mesmo meu minha muita muitas muito muitos na nao nas nem nesta neste no
        nos nossa nossas nosso nossos num numa o onde os ou outra outras outro outros para pela pelas pelo pelos pode
        podem pois por porque pra qual quais quando que quem sao se sem sempre ser sera serao seu seus sob sobre sua
        suas tais tal tambem tem temos ter teu toda todas todo todos tua um uma umas uns voce voces
        ano anos anuncio anuncios boa boas buscamos busca candidata candidato candidatos candidatura candidaturas
        competencias conhecimento conhecimentos curriculo desejavel dia dias emprego empregos empresa equipa equipe
        experiencia funcao funcoes horas mes meses oferece oferecemos oferta ofertas perfil procura procuramos
        remuneracao requisito requisitos responsabilidades salario tarefas trabalhar trabalho vaga vagas ora oras eira
        """,
    elided="d",
    feminine={r"(..[dts]or)as?$": r"\1", r"(..t)ri(?:z|zes)$": r"\1or"},
    months="""
        janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
        jan fev - abr mai jun jul ago set out nov -
    """,
    weekdays="segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    before_day="dia",
    of_month="de do",
    ordinal="º ° ª",
    numbers="""
        0 zero|nenhum|nenhuma  1 um|uma|primeiro|primeira
        2 dois|duas|dobro|segundo|segunda|meio|meia|metade|par|ambos|ambas  3 tres|terceiro|terceira|terco|triplo
        4 quatro|quarto|quarta  5 cinco|quinto|quinta  6 seis|sexto|sexta  7 sete|setimo|setima
        8 oito|oitavo|oitava  9 nove|nono|nona  10 dez|dezena|decimo  11 onze  12 doze|duzia  13 treze
        14 catorze|quatorze  15 quinze|quinzena  16 dezasseis|dezesseis  17 dezassete|dezessete  18 dezoito
        19 dezanove|dezenove  20 vinte|vintena  30 trinta|trintena  40 quarenta  50 cinquenta  60 sessenta
        70 setenta  80 oitenta  90 noventa  100 cem|cento|centena|centenas  1000 mil|milhar|milhares
        """,
    tens_and_ones="{ten} e {one}",
    percent="por ?cento",
    multiples={
        "mil milhões|bilhões|bilhão": 1_000_000_000,
        "milhões|milhão": 1_000_000,
        "mil": 1_000,
    },
    money={"euros?": "EUR", "rea(?:is|l)": "BRL", "dólar(?:es)?": "", "libras?": "", "francos?": ""},
    deadlines=DeadlineWords(
        label="prazo|data[- ]limite|data de encerramento|encerramento|último dia",
        until="até|(?:o )?mais tardar|antes d[eo](?: dia)?|impreterivelmente",
        before="antes",
        applying=r"candidat|inscri|currícul|\bcv\b|\benvi|submet|submiss|apresenta(?:r|da|ção)|carta de motivação",
        otherwise=(
            r"entrevista|início|\binici|\bcomeç|disponib|contrat|projet|projec|relatório|entreg|nascid|\bprovas?\b|"
            "admissão|resultado"
        ),
    ),
    other_editions=OtherEditions(
        names={
            "en": "inglesa",
            "fr": "francesa",
            "es": "espanhola",
            "nl": "neerlandesa",
            "de": "alemã",
            "ar": "árabe",
            "it": "italiana",
            "pt": "portuguesa",
            "ca": "catalã",
            "pl": "polaca",
            "uk": "ucraniana",
            "zh": "chinesa",
        },
        sending=(r"\b(?:ver|veja|vide|consulte|consultar|ler|leia)\s+(?:também\s+)?(?P<it>a versão (?P<name>{names}))"),
        hints="versão",
    ),
    gendered_titles=GenderedTitles(
        pattern=(
            "^(?!sec?tor|motor|trator|reator|sensor|corredor|computador|carreira|feira|madeira|primeir|terceir)"
            "(?:[a-z]{2,}(?:[dts]ora?|eir[oa])|tecnic[oa]|medic[oa]|advogad[oa]|arquitec?t[oa]|empregad[oa]|"
            "encarregad[oa]|mecanic[oa]|psicolog[oa]|biolog[oa]|geolog[oa]|sociolog[oa]|pedagog[oa]|"
            "bibliotecari[oa]|funcionari[oa]|operari[oa]|estagiari[oa]|voluntari[oa]|veterinari[oa]|secretario|"
            r"farmaceutic[oa]|delegad[oa]|empregada de limpeza)\b"
        ),
        remedy="write both, such as “Enfermeiro/a” or “Técnica ou técnico”",
    ),
    generic_titles="""
        administrativo agente ajudante analista aprendiz assessor assistente auxiliar bolseiro chefe colaborador
        consultor coordenador diretor emprego encarregado engenheiro especialista estagiario estagio
        funcionario gerente gestor oferta operador operario perito secretario supervisor tecnico trabalho vaga
        voluntario
        """,
    around_titles="o a um uma de oferta emprego trabalho vaga precisa procura urgente novo nova tempo inteiro integral",
    offers="oferta emprego vaga trabalho",
    vague_links=(
        "aqui|clique aqui|carregue aqui|clicar aqui|este link|esta ligação|link|o link|ligação|esta página|site|"
        "o site|sítio|mais|ver mais|ler mais|leia mais|saiba mais|saber mais|mais informações|mais informação|"
        "página"
    ),
    may_double="nos",
    to_fill=r"por completar\b",
    fill_in="inserir|preencher|completar|acrescentar|escrever|indicar|por completar",
    vague_pay=(
        r"\b(?:salário|remuneração|vencimento|retribuição) (?:é |será )?(?:competitiv[oa]|atrativ[oa]|atraente|"
        "compatível com|a (?:combinar|negociar|definir)|"
        "(?:de acordo com|conforme|consoante) (?:a )?(?:experiência|o perfil))"
    ),
    pay="salário remuneração vencimento retribuição",
    counted="""
        1 um|uma  2 dois|duas  3 tres  4 quatro  5 cinco  6 seis  7 sete  8 oito  9 nove  10 dez  11 onze  12 doze
        18 dezoito
        """,
    lengths="1 mes|meses  12 ano|anos",
    employment_types="""
        full_time: tempo inteiro|tempo integral
        part_time: tempo parcial
        contractor: trabalho independente|prestacao de servicos|recibos verdes|pessoa juridica|autonomo
        temporary: temporario
        intern: estagio|estagiario
        volunteer: voluntario|voluntariado
        """,
    contracts="""
        permanent: sem termo|prazo indeterminado|tempo indeterminado
        service: prestacao de servicos
        secondment: destacamento|cessao
        internship: estagio
        fixed_term: a termo|termo certo|prazo determinado|tempo determinado
        """,
    remote="""
        hybrid: hibrido|parcialmente remoto
        full: trabalho remoto|remoto|teletrabalho
        no: presencial
        """,
    periods="""
        hour: hora
        day: dia|diario|diaria
        week: semana|semanal
        month: mes|mensal|mensais
        year: ano|anual|anuais
        """,
    flags="""
        true: sim
        false: nao
        """,
    currencies="""
        EUR: euro|euros
        BRL: reais
        """,
    open_ended="ate ao preenchimento da vaga|ate o preenchimento da vaga|aberto|aberta",
    notices=NoticeWords(
        deadline=r"data.limite|\bprazo",
        until=r"\bate\b|antes d",
        applying=r"\bcandidat|\binscri|\benviar|\bcv\b",
        until_filled="ate ao? preenchimento d",
        asking=r"\binformacoes|duvidas|esclareciment",
        contract="contrat",
        experience="experien",
        probation="periodo experimental",
        renewal="prorrog|renova[bv]|prolong",
        not_renewed=r"\b(?:nao|sem)\b{gap}(?:prorrog|renov)",
        at_least="pelo menos|minimo",
        pay=r"salar|remunerac|vencimento|\bbruto",
        not_pay="seguro|reten",
        hours="horas?",
        weekly="semana(?:l|is)|por semana",
        days="dias?",
        leave="ferias",
        starting="a partir|inici",
        by_post=r"por correio\b(?! elet)",
        audience="para",
        up_to="ate",
        from_="a partir de|desde|pelo menos",
        most="max(?:imo)?",
        least="min(?:imo)?",
        to="a|até",
        and_="e",
    ),
    heads=NoticeHeads(
        kinds="oferta de emprego|anuncio de vaga|vaga de emprego|edital",
        units="departamento|servico|direcao|divisao",
        employers=r"camara municipal|municipio d\w+|universidade d\w+|prefeitura",
    ),
    labels="""
        title: título|título da vaga|função|cargo|título do anúncio|designação|vaga
        organization: organização|entidade|entidade empregadora|empregador|empresa|instituição|organismo|órgão
        department: departamento|divisão|direção|unidade|serviço|setor responsável
        locations: local|local de trabalho|localização|localidade|cidade|lugar
        categories: categoria|categorias|área profissional|área de atuação
        industry: setor|setor de atividade|ramo de atividade|indústria
        employment_type: tipo de emprego|tipo de trabalho|regime|horário|horário de trabalho|jornada
            |jornada de trabalho|carga horária|regime de trabalho
        contract: contrato|tipo de contrato|vínculo|tipo de vínculo|modalidade de contratação|regime de contratação
        duration: duração|duração do contrato|prazo do contrato
        salary: salário|remuneração|vencimento|salário bruto|remuneração mensal|faixa salarial
        grade: grau|nível|nível remuneratório|posição remuneratória
        clearance: credenciação de segurança|credencial de segurança
        reference: referência|ref|número de referência|código da vaga|código da oferta
        deadline: prazo|data limite|data-limite|prazo de candidatura|data de encerramento|data limite de candidatura
            |candidaturas até|inscrições até|prazo de inscrição
        posted: publicado|publicado em|publicada em|data de publicação
        updated: atualizado|atualizado em|última atualização|data de atualização
        opens: data de abertura|abertura das candidaturas|abertura das inscrições
        starts: início|data de início|início de funções|data de admissão
        positions: número de vagas|vagas|número de postos|postos de trabalho|nº de vagas
        remote: teletrabalho|trabalho remoto|modalidade de trabalho|modelo de trabalho
        source: fonte
        apply: candidatar-se|como se candidatar|candidatura|como candidatar-se|inscrições|formalização da candidatura
        contact: contacto|contato|contactos|contatos|pessoa de contacto|informações|dúvidas
        experience: experiência exigida|anos de experiência|experiência requerida
        offer: tipo de oferta
        """,
    sections="""
        body: descrição|descrição da vaga|descrição da função|conteúdo
        mission: A missão|descrição da missão|missão
        tasks: Funções|responsabilidades|tarefas|principais funções|atividades|atribuições|principais atividades
        project: O projeto|contexto|descrição do projeto|enquadramento
        profile: Perfil|requisitos|perfil pretendido|perfil desejado|o que procuramos|pré-requisitos
        education: Habilitações|formação|escolaridade|habilitações literárias
        practice: Experiência
        languages: Línguas|idiomas
        skills: Competências|habilidades
        conditions: Contrato e condições|condições|o que oferecemos|oferecemos|benefícios
        process: Candidatura e processo de seleção|como se candidatar|processo de seleção|processo seletivo
            |formalização das candidaturas
        criteria: Critérios de seleção|critérios|métodos de seleção
        more: Informações adicionais|outras informações|informação adicional|informações complementares
        about: Quem somos|sobre nós|a organização|a empresa
        """,
)
